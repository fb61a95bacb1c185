//! Who applies for the apprenticeship.

use super::{Format, Group, Headings, Language, Outcome, Person, Stage};

pub(super) const GROUP: Group = Group {
    posting: "ausbildung-elektronik-betriebstechnik",
    language: Language::De,
    headings: Headings {
        jobs: "Praktika und Jobs",
        education: "Schule",
        skills: "Interessen und Kenntnisse",
        languages: "Sprachen",
        school_first: true,
    },
    people: PEOPLE,
};

const PEOPLE: &[Person] = &[
    Person {
        first_name: "Lea",
        last_name: "Sommerlatte",
        email: "lea.sommerlatte@example.org",
        phone: "+49 176 04069071",
        town: "04229 Leipzig",
        headline: "Bewerbung um einen Ausbildungsplatz",
        summary: "Ich baue, seit ich denken kann, Dinge auseinander und seit etwa zwei Jahren auch wieder zusammen.",
        jobs: &[
            "Sommer 2026 | Ferienjob, vier Wochen | Fahrradwerkstatt Speichenbruch, Leipzig | E-Bikes geprüft, \
             Kabelbäume erneuert",
            "02/2026 | Schülerpraktikum, zwei Wochen | Werk & Wandel GmbH, Leipzig-Plagwitz | Schaltschrank \
             verdrahtet, unter Aufsicht gemessen",
            "2024 – heute | Zeitungen austragen | Leipzig",
        ],
        education: &["2017 – 2027 | Oberschule, Realschulabschluss im Sommer | Leipzig | Physik 1, Mathematik 2, Werken 1"],
        skills: &["Technik: Löten, Arduino, Multimeter", "Verein: Jugendfeuerwehr, seit 2021"],
        languages: &["Deutsch: Muttersprache", "Englisch: Schulkenntnisse"],
        message: "Liebe Frau Brendel, im Februar war ich zwei Wochen bei Ihnen in der Werkstatt und habe einen \
                  Schrank verdrahtet, der jetzt wirklich irgendwo hängt. Danach wollte ich keine anderen \
                  Ausbildungen mehr ansehen. Pünktlich bin ich, das bringt einem die Feuerwehr bei.",
        format: Format::Pdf,
        days_ago: 91,
        stage: Stage::Offer,
        decision: Some((Outcome::Hired, 18, "Praktikum und Probearbeiten überzeugend.")),
        released: true,
        notes: &["Vertrag braucht die Unterschrift beider Eltern, Termin ist gemacht."],
        comments: &["Kennen wir aus dem Praktikum. Wäre schade, sie nicht zu nehmen."],
    },
    Person {
        first_name: "Yusuf",
        last_name: "Demir",
        email: "yusuf.demir@example.com",
        phone: "+49 176 04069078",
        town: "04318 Leipzig",
        headline: "Ausbildung zum Elektroniker für Betriebstechnik",
        summary: "Realschüler mit Freude an Mathe und Geduld bei der Fehlersuche.",
        jobs: &[
            "10/2025 | Praktikum, drei Wochen | Straßenbahnwerkstatt, Leipzig | Türsteuerungen geprüft",
            "2025 – heute | Aushilfe am Samstag | Gemüsemarkt Eisenbahnstraße, Leipzig | Kasse und \
             Warenannahme",
            "2024 | Schnuppertag Elektrotechnik, mehrfach | Bildungszentrum Handwerk, Leipzig | Leuchte verdrahtet, Wechselschaltung gebaut",
        ],
        education: &["2020 – 2027 | Oberschule, Realschulabschluss im Sommer | Leipzig | Mathematik 1, Physik 2"],
        skills: &["Technik: Schaltpläne lesen, Python in der Schul-AG", "Sport: Ringen, Landesmeisterschaft 2025"],
        languages: &["Deutsch: Muttersprache", "Türkisch: Muttersprache", "Englisch: Schulkenntnisse"],
        message: "Sehr geehrte Frau Brendel, bei der Straßenbahn durfte ich eine Türsteuerung prüfen, die \
                  manchmal ging und manchmal nicht. Nach zwei Tagen war es ein Wackelkontakt, und ich war \
                  trotzdem froh. So etwas möchte ich richtig lernen.",
        format: Format::Pdf,
        days_ago: 84,
        stage: Stage::Offer,
        decision: None,
        released: true,
        notes: &["Zusage ausgesprochen, das Halbjahreszeugnis fehlt noch."],
        comments: &["Im Probearbeiten sehr ruhig und genau."],
    },
    Person {
        first_name: "Finn",
        last_name: "Graubner",
        email: "finn.graubner@example.net",
        phone: "+49 171 3920054",
        town: "04683 Naunhof",
        headline: "Bewerbung um eine Ausbildung",
        summary: "Nach einem Jahr Studium weiß ich, dass ich mit den Händen arbeiten will.",
        jobs: &[
            "2025 – heute | Aushilfe Veranstaltungstechnik | Bühnenlicht Muldental, Grimma | Aufbau, \
             Verkabelung, Dimmer reparieren",
            "2024 | Bundesfreiwilligendienst | Naturschutzstation im Muldental",
            "2022 | Schülerpraktikum, zwei Wochen | Sternwarte, Grimma | Nachführung eines Teleskops repariert",
        ],
        education: &["2025 – 2026 | Studium Physik, abgebrochen | Leipzig", "2024 | Abitur, Note 2,4 | Grimma"],
        skills: &["Technik: Lichttechnik, DMX, 3D-Druck", "Führerschein: B"],
        languages: &["Deutsch: Muttersprache", "Englisch: gut (B2)"],
        message: "Guten Tag, zwei Semester Physik haben mir gezeigt, dass ich lieber messe als rechne. Auf Konzerten \
                  verkable ich seit einem Jahr Licht, oft unter Zeitdruck und nie zweimal gleich. Dass ich mit 20 noch \
                  einmal von vorn anfange, stört mich nicht.",
        format: Format::Docx,
        days_ago: 62,
        stage: Stage::Interview,
        decision: None,
        released: true,
        notes: &["Probearbeiten in den Herbstferien nicht möglich, Ersatztermin vorgeschlagen."],
        comments: &[],
    },
    Person {
        first_name: "Hanna",
        last_name: "Schubert-Okeke",
        email: "hanna.so@example.org",
        phone: "+49 176 04069083",
        town: "04155 Leipzig",
        headline: "Bewerbung um einen Ausbildungsplatz",
        summary: "Zehntklässlerin mit Interesse an Technik, Theater und allem, was dazwischen liegt.",
        jobs: &[
            "03/2026 | Praktikum, zwei Wochen | Schauspielhaus, Leipzig | Beleuchtung und Ton",
            "2025 – heute | Babysitten und Nachhilfe in Mathe | Leipzig",
            "Sommer 2025 | Ferienjob, drei Wochen | Gartenbau Kießling, Leipzig | Bewässerung verlegt",
        ],
        education: &["2017 – 2027 | Gymnasium, Klasse 10 | Leipzig | Mathematik 2, Physik 3"],
        skills: &["Technik: Lichtpult, Tonmischung", "Musik: Schlagzeug"],
        languages: &["Deutsch: Muttersprache", "Igbo: Familie", "Englisch: gut", "Französisch: Schulkenntnisse"],
        message: "Liebes Team, hinter der Bühne habe ich gemerkt, dass mich die Schränke mit den Dimmern mehr \
                  interessieren als das Stück davor. Ich würde gern verstehen, was darin passiert. Bei Ihnen könnte \
                  ich das lernen und dabei noch etwas fürs Klima tun.",
        format: Format::Pdf,
        days_ago: 58,
        stage: Stage::Interview,
        decision: Some((Outcome::Rejected, 20, "Beide Plätze vergeben; als Dritte der Rangfolge abgesagt.")),
        released: true,
        notes: &["Hinweis auf die Veranstaltungstechnik beim Theater gegeben, sie war sehr freundlich."],
        comments: &["Sympathisch und klug, im Handwerklichen waren zwei andere weiter."],
    },
    Person {
        first_name: "Rojin",
        last_name: "Karimi",
        email: "rojin.karimi@example.com",
        phone: "+49 176 04069089",
        town: "04157 Leipzig",
        headline: "Ausbildungsplatz Elektronik",
        summary: "Seit 2022 in Deutschland, im Sommer Realschulabschluss. In der Schule leite ich die Repair-AG.",
        jobs: &[
            "05/2026 | Praktikum, zwei Wochen | Lichtblick Elektro GmbH, Leipzig | Zählerschrank bestückt",
            "2025 – heute | Leitung der Repair-AG | Oberschule, Leipzig | 140 Geräte, davon 96 gerettet",
            "Sommer 2025 | Ferienjob, vier Wochen | Buchbinderei Westwerk, Leipzig | Kartons gefaltet, eine Heftmaschine wieder in Gang gebracht",
        ],
        education: &[
            "2022 – 2027 | Oberschule, Realschulabschluss im Sommer | Leipzig | Mathematik 1, Deutsch 3",
            "2014 – 2021 | Grundschule und Mittelschule | Sanandadsch",
        ],
        skills: &["Technik: Löten, Haushaltsgeräte, Messgeräte", "Sport: Volleyball"],
        languages: &["Kurdisch: Muttersprache", "Persisch: Muttersprache", "Deutsch: gut (B2)", "Englisch: Schulkenntnisse"],
        message: "Sehr geehrte Frau Brendel, in unserer Repair-AG führe ich eine Liste: 140 Geräte, 96 gehen wieder. \
                  Bei den anderen möchte ich wissen, warum nicht. Ihre Meisterin, Frau Ahrens, hat uns am Tag der offenen \
                  Tür Ihre Werkstatt gezeigt, seitdem will ich dorthin.",
        format: Format::Pdf,
        days_ago: 47,
        stage: Stage::Review,
        decision: None,
        released: true,
        notes: &["Falls ein Platz frei wird: sofort zum Probearbeiten einladen."],
        comments: &["Diese Liste will ich sehen!"],
    },
    Person {
        first_name: "Maximilian",
        last_name: "Vogt",
        email: "max.vogt@example.net",
        phone: "+49 171 3920061",
        town: "04880 Dommitzsch",
        headline: "Bewerbung Ausbildung Elektroniker",
        summary: "Hauptschüler, handwerklich geschickt, groß geworden auf einem Hof mit drei Traktoren.",
        jobs: &[
            "2023 – heute | Mithilfe im Familienbetrieb | Hof Vogt, Dommitzsch | Melkanlage, Weidezaun, Traktoren",
            "02/2026 | Praktikum, eine Woche | Landtechnik Torgau",
            "2025 – heute | Jugendgruppe Technisches Hilfswerk | Torgau | Stromerzeuger, Beleuchtung",
        ],
        education: &["2017 – 2026 | Oberschule, qualifizierender Hauptschulabschluss | Torgau"],
        skills: &["Technik: Schweißen, Hydraulik, Weidezaungeräte", "Führerschein: L, AM"],
        languages: &["Deutsch: Muttersprache"],
        message: "Guten Tag, auf unserem Hof bin ich der, der gerufen wird, wenn die Melkanlage stehen bleibt. Das \
                  würde ich gern richtig lernen. Nach Leipzig fahre ich eine Stunde mit dem Zug, das geht.",
        format: Format::Docx,
        days_ago: 70,
        stage: Stage::Received,
        decision: Some((Outcome::Withdrawn, 55, "Hat eine Lehrstelle bei der Landtechnik in Torgau, näher am Hof.")),
        released: false,
        notes: &[],
        comments: &[],
    },
    Person {
        first_name: "Sascha",
        last_name: "Melnik",
        email: "sascha.melnik@example.org",
        phone: "+49 176 04069094",
        town: "04209 Leipzig",
        headline: "Ausbildung Elektroniker:in für Betriebstechnik",
        summary: "Ich wechsle nach einer abgebrochenen Lehre als Koch. Ruhe unter Druck habe ich dort gelernt.",
        jobs: &[
            "2024 – 2026 | Ausbildung zum Koch, abgebrochen | Gasthof am Kanal, Leipzig | Allergie gegen Mehl",
            "2023 | Freiwilliges Jahr | Krankenhaus, Technischer Dienst, Leipzig | Lampen, Rufanlagen, \
             Betten repariert",
            "Sommer 2022 | Ferienjob, vier Wochen | Lagerhaus Nordkai, Leipzig",
        ],
        education: &["2023 | Realschulabschluss | Leipzig"],
        skills: &["Technik: Rufanlagen, Lampen, einfache Messungen", "Küche: Hygieneschein, HACCP"],
        languages: &["Deutsch: Muttersprache", "Russisch: Familie", "Englisch: gut"],
        message: "Liebe Frau Brendel, mein Jahr beim Technischen Dienst im Krankenhaus war das beste bisher, und ich \
                  hätte gleich darauf hören sollen. Die Kochlehre musste ich wegen einer Mehlallergie beenden. Jetzt \
                  möchte ich in dreieinhalb Jahren etwas zu Ende bringen.",
        format: Format::Odt,
        days_ago: 15,
        stage: Stage::Review,
        decision: None,
        released: false,
        notes: &["Gesundheitliches steht im Lebenslauf: nicht an die Abteilung weitergeben."],
        comments: &[],
    },
];
