//! Who applies as a service technician.

use super::{Format, Group, Headings, Language, Outcome, Person, Stage};

pub(super) const GROUP: Group = Group {
    posting: "servicetechnik-waermepumpen",
    language: Language::De,
    headings: Headings::of(Language::De),
    people: PEOPLE,
};

const PEOPLE: &[Person] = &[
    Person {
        first_name: "Cindy",
        last_name: "Wolfram",
        email: "cindy.wolfram@example.org",
        phone: "+49 171 3920027",
        town: "04509 Delitzsch",
        headline: "Mechatronikerin für Kältetechnik",
        summary: "Gesellin seit 2016, Sachkunde Kategorie I, zuletzt zuständig für die Kälteanlagen von 14 Märkten. \
                  Ich will von der Kühlung zur Wärme.",
        jobs: &[
            "2019 – heute | Servicetechnikerin Kälte | Frostwerk Service GmbH, Schkeuditz | Wartung und \
             Entstörung von Verbundanlagen mit CO2 | Rufbereitschaft Nordsachsen | Zwei Lehrlinge auf Tour \
             mitgenommen",
            "2016 – 2019 | Monteurin Kälte- und Klimatechnik | Klima Elster GmbH, Leipzig | Neubau von \
             Klimaanlagen, Inbetriebnahme von Wärmepumpen bis 40 kW",
            "2012 – 2016 | Ausbildung | Klima Elster GmbH, Leipzig",
        ],
        education: &[
            "2016 | Mechatronikerin für Kältetechnik (HWK) | Leipzig | Gesellenprüfung mit Note 1,8",
            "2012 | Realschulabschluss | Eilenburg",
        ],
        skills: &[
            "Nachweise: Sachkunde Kategorie I (ChemKlimaschutzV), Hartlöten, Elektrofachkraft für festgelegte Tätigkeiten",
            "Anlagen: CO2-Verbund, Split, Luft-Wasser-Wärmepumpen",
            "Führerschein: B, BE",
        ],
        languages: &["Deutsch: Muttersprache", "Englisch: Grundkenntnisse"],
        message: "Hallo Herr Seifarth, Kälteanlagen und Wärmepumpen sind ja dieselbe Maschine, nur andersherum \
                  benutzt. Ich habe die Sachkunde, einen Anhänger-Führerschein und kenne in Nordsachsen jede \
                  Baustelle mit Blitzer. Reparieren finde ich schöner als tauschen, und so klingt Ihre Anzeige auch.",
        format: Format::Pdf,
        days_ago: 49,
        stage: Stage::Offer,
        decision: Some((Outcome::Hired, 6, "Probetag mit zwei Störungen, beide ohne Hilfe gefunden.")),
        released: true,
        notes: &["Start zum Ersten des übernächsten Monats, Fahrzeug ist bestellt."],
        comments: &[
            "Bitte schnell einladen, solche Leute sind nächste Woche weg.",
            "Hat am Probetag die undichte Stelle am Verflüssiger vor mir gesehen. Nehmen!",
        ],
    },
    Person {
        first_name: "Steffen",
        last_name: "Raddatz",
        email: "s.raddatz@example.com",
        phone: "+49 176 04069044",
        town: "04249 Leipzig",
        headline: "Anlagenmechaniker SHK, Kundendienst",
        summary: "Zwanzig Jahre Heizung, davon zwölf im Kundendienst. Gas kann ich im Schlaf, Wärmepumpen habe ich \
                  in den letzten drei Jahren rund achtzig in Betrieb genommen.",
        jobs: &[
            "2012 – heute | Kundendiensttechniker | Haustechnik Grünau eG, Leipzig | Wartung von 400 \
             Heizungen im Jahr | Seit 2022 Inbetriebnahme von Wärmepumpen",
            "2005 – 2012 | Anlagenmechaniker | Sanitär Völkel, Taucha | Altbausanierung, Fußbodenheizung",
            "2001 – 2005 | Ausbildung Gas- und Wasserinstallateur | Sanitär Völkel, Taucha",
        ],
        education: &["2005 | Gas- und Wasserinstallateur (HWK) | Leipzig", "2023 | Lehrgang Wärmepumpe, VDI 4645 | Leipzig"],
        skills: &[
            "Nachweise: VDI 4645, hydraulischer Abgleich, Trinkwasserhygiene nach VDI 6023",
            "Anlagen: Luft-Wasser und Sole-Wasser, Pufferspeicher, Gasbrennwert",
            "Führerschein: B, C1",
        ],
        languages: &["Deutsch: Muttersprache"],
        message: "Sehr geehrter Herr Seifarth, ich möchte nicht bis zur Rente Gasthermen tauschen. Kunden, Keller \
                  und Rohre kenne ich, den Kältekreis darf ich noch nicht öffnen und würde den Schein gern bei \
                  Ihnen machen. Feste Touren wären für mich als Vater von dreien ein echter Gewinn.",
        format: Format::Docx,
        days_ago: 44,
        stage: Stage::Offer,
        decision: None,
        released: true,
        notes: &["Angebot 3.900 Euro liegt bei ihm, Bedenkzeit bis Freitag.", "Sachkunde Kategorie I ab März eingeplant."],
        comments: &["Ruhig, gründlich, gut mit den Leuten im Haus. Ja."],
    },
    Person {
        first_name: "Amir",
        last_name: "Haddad",
        email: "amir.haddad@example.net",
        phone: "+49 176 04069052",
        town: "04347 Leipzig",
        headline: "Elektroniker für Energie- und Gebäudetechnik",
        summary: "In Aleppo Elektroinstallateur gelernt, in Leipzig noch einmal von vorn, mit Abschluss 2021. \
                  Steuerungen und Messen sind mein Ding.",
        jobs: &[
            "2021 – heute | Elektroniker | Lichtblick Elektro GmbH, Leipzig | Zählerschränke und \
             Wallboxen | Anschluss von rund 60 Wärmepumpen | Fehlersuche in Steuerungen",
            "2018 – 2021 | Ausbildung | Lichtblick Elektro GmbH, Leipzig",
            "2016 – 2018 | Helfer Elektromontage | Messebau Neue Messe, Leipzig",
            "2009 – 2013 | Elektroinstallateur | Familienbetrieb, Aleppo",
        ],
        education: &[
            "2021 | Elektroniker Energie- und Gebäudetechnik (HWK) | Leipzig",
            "2017 | Deutsch B2 | Volkshochschule Leipzig",
        ],
        skills: &[
            "Messen: VDE 0100-600, VDE 0701/0702, Wärmebildkamera",
            "Steuerung: KNX-Grundlagen, LOGO!, Schaltpläne",
            "Führerschein: B",
        ],
        languages: &["Arabisch: Muttersprache", "Deutsch: sehr gut (C1)", "Kurdisch: gut", "Englisch: Grundkenntnisse"],
        message: "Guten Tag, Wärmepumpen schließe ich bisher nur an und fahre dann weg, obwohl es danach erst \
                  interessant wird. In Grünau und im Osten spreche ich mit vielen Mietern in ihrer Sprache, das \
                  erspart manche zweite Anfahrt. Die Sachkunde möchte ich gern machen.",
        format: Format::Pdf,
        days_ago: 36,
        stage: Stage::Interview,
        decision: None,
        released: true,
        notes: &["Probetag am Donnerstag, fährt mit Tour 4."],
        comments: &["Elektrisch stärker als die meisten bei uns. Gern."],
    },
    Person {
        first_name: "Piotr",
        last_name: "Kaczmarek",
        email: "piotr.kaczmarek@example.org",
        phone: "+49 171 3920038",
        town: "02826 Görlitz",
        headline: "Kälteanlagenbauer und Servicetechniker",
        summary: "Fünfzehn Jahre Kälte in Polen, Deutschland und auf Schiffen. Ich ziehe zur Familie nach Leipzig.",
        jobs: &[
            "2018 – heute | Servicetechniker | Neiße Kältebau GmbH, Görlitz | Industriekälte mit Ammoniak, \
             Wärmerückgewinnung",
            "2014 – 2018 | Kältetechniker an Bord | Reederei Westmole, Rostock | Klimaanlagen und \
             Proviantkühlung auf Fährschiffen",
            "2010 – 2014 | Monteur | Chłodnia Serwis, Zgorzelec",
        ],
        education: &[
            "2006 – 2010 | Techniker Kälte und Klima | Technikum, Jelenia Góra",
            "2019 | Sachkunde Kategorie I | Dresden",
        ],
        skills: &["Nachweise: Sachkunde Kategorie I, Ammoniak-Sachkunde, Höhenarbeit", "Führerschein: B, BE"],
        languages: &["Polnisch: Muttersprache", "Deutsch: gut (B2)", "Englisch: gut"],
        message: "Sehr geehrter Herr Seifarth, auf einer Fähre gibt es keinen Ersatzteildienst, darum habe ich \
                  gelernt, mit dem auszukommen, was an Bord ist. Wärmepumpen bis 120 kW sind für mich eine \
                  handliche Größe. Umzug nach Leipzig ist für das Frühjahr geplant.",
        format: Format::Docx,
        days_ago: 23,
        stage: Stage::Review,
        decision: None,
        released: true,
        notes: &[],
        comments: &[
            "Industrieerfahrung, sehr interessant für die beiden Siedlungen. Fragen, ob er auch vor dem Umzug anfangen kann.",
        ],
    },
    Person {
        first_name: "Uwe",
        last_name: "Lippold",
        email: "uwe.lippold@example.com",
        phone: "+49 30 23125 742",
        town: "04617 Meuselwitz",
        headline: "Heizungsbaumeister",
        summary: "Meister mit eigenem Betrieb bis 2025, jetzt ohne Nachfolger geschlossen. Ich möchte noch acht \
                  Jahre arbeiten, ohne Buchhaltung.",
        jobs: &[
            "1998 – 2025 | Inhaber | Heizungsbau Lippold, Meuselwitz | Planung und Einbau von rund 1.100 \
             Heizungen | Neun Lehrlinge ausgebildet",
            "1990 – 1998 | Heizungsmonteur | Wärmegeräte Altenburg",
            "1986 – 1990 | Lehre und Geselle | Braunkohlenwerk Regis",
        ],
        education: &["1997 | Meister im Zentralheizungs- und Lüftungsbau | HWK Gera"],
        skills: &["Nachweise: Meisterbrief, Schweißen E und G, Ausbildereignung", "Führerschein: B, C, CE"],
        languages: &["Deutsch: Muttersprache", "Russisch: Grundkenntnisse"],
        message: "Guten Tag, mein Betrieb ist zu, mein Rücken ist in Ordnung, und zum Aufhören bin ich zu neugierig. \
                  Am liebsten würde ich Störungen suchen und den Jungen zeigen, wie man dabei hinhört. Der \
                  Kälteschein fehlt mir, den hole ich nach.",
        format: Format::Pdf,
        days_ago: 5,
        stage: Stage::Received,
        decision: None,
        released: false,
        notes: &[],
        comments: &[],
    },
    Person {
        first_name: "Dragan",
        last_name: "Marković",
        email: "dragan.markovic@example.net",
        phone: "+49 89 99998 517",
        town: "81241 München",
        headline: "Klimatechniker",
        summary: "Montage und Wartung von Klimaanlagen in Bürohäusern, seit 2015 in München.",
        jobs: &[
            "2015 – heute | Klimatechniker | Isar Klima GmbH, München | Wartung von VRF-Anlagen in \
             Bürohäusern | Anfahrt mit U-Bahn und Lastenrad",
            "2009 – 2015 | Monteur | Termo Sava, Novi Sad | Klimaanlagen und Lüftung",
            "2006 – 2009 | Helfer | Termo Sava, Novi Sad",
        ],
        education: &["2002 – 2006 | Mechatroniker Kälte und Klima | Technische Schule, Novi Sad"],
        skills: &["Nachweise: Sachkunde Kategorie I, Brandschutzhelfer", "Anlagen: VRF, Split, Kaltwassersätze"],
        languages: &["Serbisch: Muttersprache", "Deutsch: gut (B2)", "Ungarisch: Grundkenntnisse"],
        message: "Sehr geehrte Damen und Herren, nach zehn Jahren Bürohäusern würde ich gern für Menschen arbeiten, die \
                  in den Häusern wohnen. Sachkunde habe ich. Einen Führerschein habe ich nicht, in München ging es \
                  immer mit dem Lastenrad.",
        format: Format::Docx,
        days_ago: 40,
        stage: Stage::Review,
        decision: Some((
            Outcome::Rejected,
            21,
            "Führerschein ist für die Touren im Umland nötig; innerstädtische Tour gibt es nicht.",
        )),
        released: true,
        notes: &["Angeboten, sich nach dem Führerschein wieder zu melden."],
        comments: &["Fachlich ja. Ohne Auto kommt er aber nicht nach Delitzsch, leider."],
    },
    Person {
        first_name: "Marvin",
        last_name: "Ebersbach",
        email: "marvin.e@example.org",
        phone: "+49 176 04069067",
        town: "04179 Leipzig",
        headline: "Anlagenmechaniker SHK",
        summary: "Seit diesem Sommer Geselle, jetzt auf der Suche nach einem Betrieb, in dem ich mich spezialisieren kann.",
        jobs: &[
            "seit 07/2026 | Geselle | Rohr & Raum GmbH, Leipzig | Bäder und Heizungen im Bestand",
            "2023 – 2026 | Ausbildung | Rohr & Raum GmbH, Leipzig | Gesellenstück: Heizkreisverteiler mit Mischer",
            "2022 | Praktikum | Haustechnik Grünau eG, Leipzig",
        ],
        education: &["2026 | Anlagenmechaniker SHK (HWK) | Leipzig", "2022 | Realschulabschluss | Leipzig"],
        skills: &[
            "Handwerk: Löten, Pressen, Schweißen Gas",
            "Digital: Wärmepumpen-Simulator der Berufsschule",
            "Führerschein: B",
        ],
        languages: &["Deutsch: Muttersprache", "Englisch: Schulkenntnisse"],
        message: "Hallo, in der Berufsschule war Wärmepumpe genau eine Woche, und die war die beste. Ich bin frisch \
                  ausgelernt und lerne schnell. Am Wochenende schraube ich an alten Simsons, also keine Angst vor \
                  öligen Händen.",
        format: Format::Odt,
        days_ago: 2,
        stage: Stage::Received,
        decision: None,
        released: false,
        notes: &[],
        comments: &[],
    },
];
