//! Who applies for software development in the control room.

use super::{Format, Group, Headings, Language, Outcome, Person, Stage};

pub(super) const GROUP: Group =
    Group { posting: "softwareentwicklung-rust", language: Language::De, headings: Headings::of(Language::De), people: PEOPLE };

const PEOPLE: &[Person] = &[
    Person {
        first_name: "Mareike",
        last_name: "Thonfeld",
        email: "mareike.thonfeld@example.org",
        phone: "+49 171 3920011",
        town: "04229 Leipzig",
        headline: "Softwareentwicklerin für Messdaten und Backend",
        summary: "Acht Jahre Backend, davon vier mit Rust. Ich baue Dienste, die große Mengen kleiner Messwerte \
                  zuverlässig annehmen, und schreibe gern auf, warum sie so gebaut sind.",
        jobs: &[
            "seit 03/2022 | Softwareentwicklerin | Saalestrom Netzdienste GmbH, Halle (Saale) | Annahme von \
             Zählerwerten aus 60.000 Haushalten neu in Rust geschrieben (Tokio, PostgreSQL) | Nächtlichen \
             Stapellauf durch laufende Verarbeitung ersetzt: Rechnungen zwei Tage früher | Zwei \
             Auszubildende betreut",
            "09/2018 – 02/2022 | Entwicklerin Java | Kontorhaus Software AG, Leipzig | Schnittstellen zu \
             Lager- und Kassensystemen | Umstellung der Tests von Handarbeit auf jede Nacht",
            "2016 – 2018 | Studentische Hilfskraft | Institut für Meteorologie, Leipzig | Auswertung von \
             Wetterstationen in Python, Betreuung des Messnetzes",
        ],
        education: &[
            "2013 – 2018 | M. Sc. Informatik | Universität Leipzig | Abschlussarbeit: Ausreißer in \
             Zeitreihen von Temperaturfühlern erkennen",
            "2013 | Abitur | Gymnasium in Grimma",
        ],
        skills: &[
            "Sprachen: Rust, Java, Python, SQL",
            "Betrieb: PostgreSQL, TimescaleDB, Linux, GitLab CI, Prometheus",
            "Ehrenamt: Reparaturcafé Lindenau, Elektronik",
        ],
        languages: &["Deutsch: Muttersprache", "Englisch: fließend (C1)", "Tschechisch: Grundkenntnisse"],
        message: "Guten Tag, Frau Brendel, seit vier Jahren nehme ich Zählerwerte in Rust entgegen, und die \
                  Fragen aus der Anzeige kenne ich: doppelte Werte, falsche Uhren, Lücken nach einem Funkloch. \
                  Bei Ihnen reizt mich, dass am anderen Ende ein Keller steht und keine Rechnung. Zum Service \
                  fahre ich gern mit, auch öfter als einmal im Monat. Beginnen könnte ich mit drei Monaten Frist.",
        format: Format::Pdf,
        days_ago: 32,
        stage: Stage::Offer,
        decision: Some((Outcome::Hired, 3, "Fachlich die Stärkste, Team und Service beide dafür.")),
        released: true,
        notes: &[
            "Telefonat: Kündigungsfrist drei Monate zum Quartal, Gehaltswunsch 70.000 Euro.",
            "Angebot über 71.000 Euro verschickt, mündlich zugesagt.",
        ],
        comments: &[
            "Die Geschichte mit den falschen Uhren möchte ich im Gespräch genauer hören.",
            "Sehr gutes Gespräch, hat unseren Datenweg nach zehn Minuten verstanden. Bitte Angebot.",
        ],
    },
    Person {
        first_name: "Tomasz",
        last_name: "Wieczorek",
        email: "t.wieczorek@example.com",
        phone: "+49 30 23125 118",
        town: "10317 Berlin",
        headline: "Embedded- und Systementwickler",
        summary: "Ich komme von der Hardware: Steuergeräte, Feldbusse, wenig Speicher. Seit drei Jahren schreibe \
                  ich dafür Rust statt C und will auf die Seite wechseln, die die Daten einsammelt.",
        jobs: &[
            "2020 – heute | Entwickler Embedded | Liftwerk Steuerungen GmbH, Berlin | Türsteuerung für Aufzüge, \
             Firmware erst in C, seit 2023 in Rust | Fernwartung über Mobilfunk mit Rückfall auf die alte \
             Fassung",
            "2015 – 2020 | Softwareingenieur | Odra Automatyka, Breslau | Modbus- und BACnet-Anbindung von \
             Lüftungsanlagen | Inbetriebnahme in Krankenhäusern in Polen und Sachsen",
            "2013 – 2015 | Testingenieur | Odra Automatyka, Breslau | Prüfstände für Regler",
        ],
        education: &["2008 – 2013 | Magister Ingenieur, Automatisierung und Robotik | Technische Universität Breslau"],
        skills: &[
            "Sprachen: C, Rust (embedded und std), Python",
            "Protokolle: Modbus, BACnet, CAN, MQTT",
            "Werkzeug: Oszilloskop, Logikanalysator, Yocto",
        ],
        languages: &["Polnisch: Muttersprache", "Deutsch: sehr gut (C1)", "Englisch: gut (B2)"],
        message: "Sehr geehrte Frau Brendel, ich habe zehn Jahre lang die Geräte gebaut, von denen eine Leitwarte \
                  ihre Werte bekommt. Deshalb weiß ich, wie sie lügen, wenn der Speicher voll oder die Batterie \
                  leer ist. Mit Tokio und PostgreSQL habe ich bisher nur privat gearbeitet; ein kleines \
                  Projekt dazu zeige ich gern.",
        format: Format::Pdf,
        days_ago: 29,
        stage: Stage::Interview,
        decision: None,
        released: true,
        notes: &["Video am Dienstag um 15 Uhr, Zug nach Leipzig für den Probetag übernehmen wir."],
        comments: &["Genau die Gerätesicht, die uns fehlt. Bei SQL nachfragen."],
    },
    Person {
        first_name: "Lan Anh",
        last_name: "Nguyen",
        email: "lananh.nguyen@example.net",
        phone: "+49 176 04069023",
        town: "04315 Leipzig",
        headline: "Backend-Entwicklerin",
        summary: "Vier Jahre Erfahrung mit Go und PostgreSQL in einem kleinen Team, in dem jede alles macht. \
                  Rust lerne ich seit einem Jahr, zuletzt mit einem Beitrag zu einer freien Zeitreihen-Bibliothek.",
        jobs: &[
            "2022 – heute | Backend-Entwicklerin | Wegpunkt Mobilität GmbH, Leipzig | Störungsmeldungen für 900 \
             Leihräder in Echtzeit | Datenbank ohne Ausfall von 0,2 auf 3 Terabyte mitwachsen lassen | \
             Rufbereitschaft eingeführt und so lange verbessert, bis sie langweilig wurde",
            "2021 – 2022 | Werkstudentin | Wegpunkt Mobilität GmbH, Leipzig",
            "2019 – 2021 | Werkstudentin Qualitätssicherung | Druckhaus Elsteraue, Leipzig | Automatische \
             Prüfung von Druckvorlagen",
        ],
        education: &["2017 – 2022 | B. Sc. Medieninformatik | HTWK Leipzig", "2017 | Abitur | Chemnitz"],
        skills: &[
            "Sprachen: Go, SQL, TypeScript, Rust (fortgeschrittene Anfängerin)",
            "Betrieb: PostgreSQL, Kafka, Kubernetes, Grafana",
        ],
        languages: &["Deutsch: Muttersprache", "Vietnamesisch: Muttersprache", "Englisch: C1"],
        message: "Liebe Frau Brendel, in der Anzeige steht, dass nachts nur geweckt werden soll, wer gebraucht \
                  wird. An genau dem Satz arbeite ich seit zwei Jahren, nur mit Leihrädern. Rust kann ich noch \
                  nicht so gut wie Go, aber ich weiß inzwischen, wo ich nachsehen muss.",
        format: Format::Pdf,
        days_ago: 27,
        stage: Stage::Interview,
        decision: None,
        released: true,
        notes: &["Erstes Gespräch war freundlich und konkret; Probetag für übernächste Woche vorgeschlagen."],
        comments: &[],
    },
    Person {
        first_name: "Emre",
        last_name: "Yıldırım",
        email: "emre.yildirim@example.org",
        phone: "+49 69 90009 245",
        town: "60314 Frankfurt am Main",
        headline: "Senior Software Engineer, verteilte Systeme",
        summary: "Elf Jahre Software für Banken und Börsen. Jetzt soll es etwas sein, das man anfassen kann; der \
                  Umzug nach Leipzig ist aus familiären Gründen schon beschlossen.",
        jobs: &[
            "2019 – heute | Senior Software Engineer | Mainquai Clearing AG, Frankfurt | Abgleich von \
             Handelsdaten in Rust und C++, 40.000 Nachrichten pro Sekunde | Technische Leitung von fünf Leuten",
            "2014 – 2019 | Software Engineer | Taunus Zahlungssysteme GmbH, Eschborn | Kartenzahlungen, \
             Ausfallsicherheit über zwei Rechenzentren",
            "2012 – 2014 | Junior Developer | Bosporus Yazılım, Istanbul",
            "2010 – 2012 | Wissenschaftliche Hilfskraft | Fachgebiet Verteilte Systeme, Darmstadt | Messaufbau für Protokolle",
        ],
        education: &["2010 – 2012 | M. Sc. Informatik | TU Darmstadt", "2006 – 2010 | B. Sc. Computer Engineering | Istanbul"],
        skills: &[
            "Sprachen: C++, Rust, Java",
            "Themen: Konsens, Wiederanlauf, Messung von Latenz",
            "Führung: Einstellungsgespräche, Mentoring",
        ],
        languages: &["Türkisch: Muttersprache", "Deutsch: verhandlungssicher", "Englisch: verhandlungssicher"],
        message: "Sehr geehrte Damen und Herren, verteilte Systeme habe ich lange genug für Geld gebaut, das ich \
                  nie gesehen habe. Im Sommer ziehen wir nach Leipzig, und eine Leitwarte für Wärme ist das \
                  Sinnvollste, was ich dort gefunden habe. Dass ich dafür weniger verdiene als bisher, weiß ich.",
        format: Format::Docx,
        days_ago: 20,
        stage: Stage::Review,
        decision: None,
        released: true,
        notes: &["Gehalt liegt über der Spanne, weiß das aber. Umzug geklärt."],
        comments: &["Eher überqualifiziert, aber das Schreiben überzeugt mich. Bitte einladen."],
    },
    Person {
        first_name: "Johannes",
        last_name: "Petzold",
        email: "johannes@example.net",
        phone: "+49 176 04069031",
        town: "06108 Halle (Saale)",
        headline: "Freier Entwickler, Linux und freie Software",
        summary: "Seit 2017 selbstständig, vor allem für Stadtwerke und kleine Gemeinden. Ich suche wieder ein Team.",
        jobs: &[
            "2017 – heute | Freier Softwareentwickler | Halle (Saale) | Leitstellensoftware für drei \
             kommunale Wasserwerke | Pflege einer freien Modbus-Bibliothek | Schulungen zu Git und Linux",
            "2013 – 2017 | Systemadministrator | Stadtwerke im Saalekreis",
            "2010 – 2013 | Ausbildung zum Fachinformatiker Systemintegration | Rechenzentrum Merseburg",
        ],
        education: &["2013 | Fachinformatiker für Systemintegration (IHK) | Halle-Dessau", "2009 | Fachabitur | Naumburg"],
        skills: &[
            "Sprachen: Python, Rust, Perl, Bash",
            "Systeme: Debian, PostgreSQL, OpenWrt",
            "Technik: Modbus, MQTT, Fernwirktechnik",
        ],
        languages: &["Deutsch: Muttersprache", "Englisch: gut"],
        message: "Hallo Katharina Brendel, ich bin seit neun Jahren mein eigener Chef und vermisse Leute, die meinen Code \
                  lesen. Leitstellen kenne ich vom Wasser: Pumpen statt Wärmepumpen, aber dieselben Alarme um \
                  drei Uhr nachts. Mein Lebenslauf ist als ODT angehängt, ich hoffe, das geht.",
        format: Format::Odt,
        days_ago: 17,
        stage: Stage::Review,
        decision: None,
        released: false,
        notes: &["Nach laufenden Aufträgen fragen: Wann könnte er fest anfangen?"],
        comments: &[],
    },
    Person {
        first_name: "Oluwaseun",
        last_name: "Adeyemi",
        email: "seun.adeyemi@example.com",
        phone: "+49 40 66969 371",
        town: "22769 Hamburg",
        headline: "Softwareentwickler, Energie und IoT",
        summary: "Sechs Jahre Software rund um Solaranlagen und Speicher, von der Anlage bis zur Abrechnung.",
        jobs: &[
            "2021 – heute | Softwareentwickler | Elbkraft Speicher GmbH, Hamburg | Einsatzplanung für 300 \
             Heimspeicher am Strompreis | Regelgüte mit Messdaten nachgewiesen, Prüfer überzeugt",
            "2019 – 2021 | IoT Engineer | Sonnenhof Solar, Lüneburg | Gateways für Wechselrichter, \
             Fernaktualisierung",
            "2018 – 2019 | Praktikant und Werkstudent | Labor für Energienetze, Kiel",
        ],
        education: &[
            "2016 – 2019 | M. Sc. Elektrische Energietechnik | Hochschule Kiel",
            "2010 – 2015 | B. Eng. Electrical Engineering | Lagos",
        ],
        skills: &[
            "Sprachen: Python, Rust, SQL",
            "Energie: Regelung, Lastgang, SG Ready, EEBUS",
            "Betrieb: MQTT, InfluxDB, PostgreSQL",
        ],
        languages: &["Englisch: Muttersprache", "Yoruba: Muttersprache", "Deutsch: gut (B2)"],
        message: "Guten Tag, ich regle heute Speicher nach dem Strompreis und möchte morgen Wärme regeln, weil \
                  ein Gebäude der größere und billigere Speicher ist. Die Abläufe von Fernaktualisierung und \
                  Rücknahme habe ich zweimal aufgebaut, einmal nach einem Fehler, den ich nicht vergesse. \
                  Nach Leipzig würde ich umziehen.",
        format: Format::Pdf,
        days_ago: 12,
        stage: Stage::Review,
        decision: None,
        released: true,
        notes: &[],
        comments: &["Passt thematisch sehr gut. Deutsch im Gespräch ansehen, Service muss mit ihm reden können."],
    },
    Person {
        first_name: "Birgit",
        last_name: "Hollmann",
        email: "b.hollmann@example.org",
        phone: "+49 89 99998 402",
        town: "04416 Markkleeberg",
        headline: "Diplom-Mathematikerin, Softwareentwicklerin",
        summary: "25 Jahre Software, angefangen mit Fortran für die Wettervorhersage, zuletzt C++ für Stellwerke. \
                  Nach zwei Jahren Pflege in der Familie kehre ich in den Beruf zurück.",
        jobs: &[
            "2008 – 2023 | Softwareentwicklerin | Signalbau Mitteldeutschland GmbH, Leipzig | Prüfsoftware \
             für Stellwerke nach EN 50128 | Verantwortlich für Anforderungen und Nachweise | Einführung \
             von Rust für neue Prüfwerkzeuge (2021)",
            "2000 – 2008 | Entwicklerin | Wetterkontor Oberbayern, München | Numerische Modelle in Fortran und C",
            "1997 – 2000 | Studentische Hilfskraft | Rechenzentrum der Hochschule, Chemnitz | Betreuung der Unix-Rechner",
        ],
        education: &["1994 – 2000 | Diplom Mathematik | TU Chemnitz", "1994 | Abitur | Zwickau"],
        skills: &["Sprachen: C++, Rust, Fortran, Python", "Verfahren: Anforderungsmanagement, Modultests, Nachweisführung"],
        languages: &["Deutsch: Muttersprache", "Englisch: gut", "Russisch: Schulkenntnisse"],
        message: "Sehr geehrte Frau Brendel, fünfzehn Jahre lang durfte meine Software sich nicht irren, weil sonst \
                  Züge stehen geblieben wären. Diese Sorgfalt bringe ich mit, ebenso zwei Jahre Pause, die ich nicht \
                  verstecke. Mit Rust habe ich 2021 begonnen und seitdem nicht aufgehört.",
        format: Format::Pdf,
        days_ago: 4,
        stage: Stage::Received,
        decision: None,
        released: false,
        notes: &[],
        comments: &[],
    },
    Person {
        first_name: "Daniel",
        last_name: "Krüger",
        email: "daniel.krueger@example.com",
        phone: "+49 221 4710 633",
        town: "50823 Köln",
        headline: "Full-Stack-Entwickler",
        summary: "Webanwendungen mit TypeScript und etwas Rust. Ich arbeite seit 2020 ausschließlich von zu Hause.",
        jobs: &[
            "2020 – heute | Full-Stack-Entwickler | Domblick Digital GmbH, Köln | Kundenportale mit React und \
             Node | Ein Dienst zur Bildumrechnung in Rust",
            "2017 – 2020 | Webentwickler | Agentur Rheinkante, Bonn | Shops und Buchungssysteme",
            "2014 – 2017 | Ausbildung zum Fachinformatiker | Agentur Rheinkante, Bonn",
        ],
        education: &["2017 | Fachinformatiker für Anwendungsentwicklung (IHK) | Bonn"],
        skills: &["Web: TypeScript, React, Node, CSS", "Sonstiges: Rust, Docker, AWS"],
        languages: &["Deutsch: Muttersprache", "Englisch: gut (B2)"],
        message: "Hallo zusammen, eure Leitwarte klingt spannend, und Rust würde ich gern öfter schreiben als bisher. \
                  Ich würde allerdings vollständig aus Köln arbeiten und höchstens zweimal im Jahr kommen. Wenn das \
                  geht, freue ich mich auf ein Gespräch!",
        format: Format::Pdf,
        days_ago: 25,
        stage: Stage::Review,
        decision: Some((Outcome::Rejected, 14, "Zwei Tage vor Ort sind Bedingung; ausschließlich Köln geht nicht.")),
        released: false,
        notes: &["Per Mail nach zwei Tagen Leipzig gefragt: kommt für ihn nicht infrage."],
        comments: &[],
    },
    Person {
        first_name: "Sofie",
        last_name: "Lindqvist",
        email: "sofie.lindqvist@example.net",
        phone: "+46 70 174 06 42",
        town: "Malmö, ab Januar Leipzig",
        headline: "Systementwicklerin, Fernwärme",
        summary: "Ich habe in Schweden Leittechnik für Fernwärme mitgebaut und ziehe zu meinem Mann nach Leipzig.",
        jobs: &[
            "2019 – heute | Systementwicklerin | Öresund Värme AB, Malmö | Leitstand für 5.000 \
             Übergabestationen, Dienste in Rust und Erlang | Vorhersage der Last aus dem Wetter",
            "2016 – 2019 | Entwicklerin | Kullaberg Data AB, Helsingborg | Erfassung von Messwerten in \
             Reinigungsanlagen",
            "2014 – 2016 | Werkstudentin | Skåne Mätteknik AB, Lund | Prüfstand für Wärmezähler",
        ],
        education: &["2011 – 2016 | Civilingenjör Datateknik | Lunds tekniska högskola"],
        skills: &["Sprachen: Rust, Erlang, Python", "Wärme: Lastprognose, Rücklauftemperatur, Netzhydraulik"],
        languages: &["Schwedisch: Muttersprache", "Englisch: fließend", "Deutsch: gut (B2)"],
        message: "Guten Tag, was Sie für einzelne Häuser bauen, habe ich in Malmö für eine ganze Stadt gemacht. \
                  Besonders gern würde ich über die Lastprognose sprechen, denn da haben wir einige Fehler schon \
                  hinter uns. Ab Januar wohne ich in Leipzig.",
        format: Format::Pdf,
        days_ago: 30,
        stage: Stage::Interview,
        decision: Some((Outcome::Withdrawn, 9, "Hat eine Stelle an der Universität angenommen.")),
        released: true,
        notes: &["Sehr schade. Möchte in Kontakt bleiben; an den Talentpool erinnert."],
        comments: &["Unbedingt einladen, am liebsten diese Woche."],
    },
];
