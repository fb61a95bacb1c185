//! What an invented applicant may have done, for each posting that is open.

use super::super::Language;

/// The stock from which applicants of one posting are put together.
pub(super) struct Role {
    /// Slug of the posting.
    pub(super) posting: &'static str,
    pub(super) language: Language,
    /// Applications arrived within so many days.
    pub(super) window: u32,
    /// Everything of a telephone number but its last two digits.
    pub(super) phone: &'static str,
    /// What stands in place of a year for a job that goes on.
    pub(super) today: &'static str,
    pub(super) towns: &'static [&'static str],
    pub(super) employers: &'static [&'static str],
    pub(super) positions: &'static [&'static str],
    pub(super) tasks: &'static [&'static str],
    /// `degree | school, town`.
    pub(super) schools: &'static [&'static str],
    pub(super) skills: &'static [&'static str],
    pub(super) languages: &'static [&'static str],
    /// Last sentences of the message.
    pub(super) reasons: &'static [&'static str],
}

impl Role {
    /// How the message begins.
    pub(super) fn opening(&self, years: u64, employer: &str) -> String {
        match self.language {
            Language::De => format!("Guten Tag, ich arbeite seit {years} Jahren im Fach, derzeit bei {employer}."),
            Language::En => {
                format!("Hello, I have {years} years in the field, at present with {employer}.")
            }
            Language::Nl => {
                format!("Goedendag, ik werk {years} jaar in het vak, nu bij {employer}.")
            }
        }
    }

    /// The paragraph below the head of the CV.
    pub(super) fn summary(&self, years: u64, town: &str) -> String {
        match self.language {
            Language::De => {
                format!("{years} Jahre Berufserfahrung, zu Hause in {town}, offen für Neues.")
            }
            Language::En => {
                format!("{years} years of experience, at home in {town}, open to something new.")
            }
            Language::Nl => {
                format!("{years} jaar werkervaring, thuis in {town}, toe aan iets nieuws.")
            }
        }
    }
}

/// One for each open posting.
pub(super) const ROLES: &[Role] = &[
    Role {
        posting: "softwareentwicklung-rust",
        language: Language::De,
        window: 34,
        phone: "+49 176 040690",
        today: "heute",
        towns: &["Leipzig", "Halle (Saale)", "Chemnitz", "Dresden", "Erfurt", "Berlin", "Magdeburg"],
        employers: &[
            "Lindenhof Software GmbH, Leipzig",
            "Messwerk Sachsen GmbH, Dresden",
            "Havelkontor IT, Potsdam",
            "Saalebogen Systeme, Jena",
            "Kompass Daten AG, Berlin",
        ],
        positions: &["Softwareentwicklung Backend", "Systementwicklung", "Entwicklung Messdaten", "Entwicklung Embedded"],
        tasks: &[
            "Dienste für Messwerte in Rust und Go | Datenbanken gepflegt und beschleunigt",
            "Schnittstellen zu Geräten im Feld | Automatische Tests eingeführt",
            "Auswertungen für den Betrieb | Bereitschaft im Wechsel",
        ],
        schools: &[
            "B. Sc. Informatik | Hochschule, Leipzig",
            "M. Sc. Informatik | Universität, Jena",
            "Fachinformatik (IHK) | Dresden",
        ],
        skills: &["Sprachen: Rust, Go, Python, SQL", "Betrieb: Linux, PostgreSQL, Git"],
        languages: &["Deutsch: Muttersprache", "Englisch: gut"],
        reasons: &[
            "Eine Leitwarte, die Häuser warm hält, ist ein Ziel, für das ich gern aufstehe.",
            "Rust schreibe ich bisher nur in kleinen Werkzeugen und möchte es im Alltag tun.",
            "Mich reizt, dass ein Fehler hier zu spüren ist und deshalb vermieden wird.",
        ],
    },
    Role {
        posting: "servicetechnik-waermepumpen",
        language: Language::De,
        window: 52,
        phone: "+49 171 39200",
        today: "heute",
        towns: &["Leipzig", "Markkleeberg", "Delitzsch", "Borna", "Wurzen", "Schkeuditz", "Merseburg"],
        employers: &[
            "Haustechnik Auwald GmbH, Leipzig",
            "Kältedienst Parthe GmbH, Taucha",
            "Heizung Muldeblick, Wurzen",
            "Gebäudetechnik Nordost, Eilenburg",
        ],
        positions: &["Anlagenmechanik SHK", "Kundendienst Heizung", "Mechatronik Kältetechnik", "Elektronik Gebäudetechnik"],
        tasks: &[
            "Wartung und Entstörung im Bestand | Einweisung der Kundschaft",
            "Inbetriebnahme von Wärmepumpen | Hydraulischer Abgleich",
            "Neubau und Sanierung | Lehrlinge angeleitet",
        ],
        schools: &[
            "Anlagenmechanik SHK (HWK) | Leipzig",
            "Mechatronik Kältetechnik (HWK) | Leipzig",
            "Elektronik Energie- und Gebäudetechnik (HWK) | Halle",
        ],
        skills: &["Nachweise: Sachkunde Kälte, Hartlöten", "Führerschein: B"],
        languages: &["Deutsch: Muttersprache"],
        reasons: &[
            "Feste Touren und Zeit für eine ordentliche Reparatur wünsche ich mir schon lange.",
            "Die Umstellung auf Wärmepumpen möchte ich nicht von der Seite ansehen.",
            "Den fehlenden Schein mache ich gern bei Ihnen.",
        ],
    },
    Role {
        posting: "site-reliability-engineer",
        language: Language::En,
        window: 21,
        phone: "+49 171 39200",
        today: "present",
        towns: &["Leipzig", "Berlin", "Hamburg", "Rotterdam", "Utrecht", "Munich", "Cologne"],
        employers: &[
            "Northquay Hosting, Hamburg",
            "Lowland Cloud BV, Utrecht",
            "Spindle Payments, Berlin",
            "Greenline Transit, Cologne",
        ],
        positions: &["Site reliability engineer", "Platform engineer", "Systems administrator", "DevOps engineer"],
        tasks: &[
            "Deployment and monitoring of 30 services | On-call one week in five",
            "Backups with a restore test every month | Moved databases without downtime",
            "Linux fleet in two sites | Wrote the runbooks",
        ],
        schools: &["BSc Computer Science | Utrecht", "MSc Informatics | Hamburg", "BEng Systems Engineering | Porto"],
        skills: &["Systems: Linux, PostgreSQL, Kubernetes, Prometheus", "Languages: Python, Go, Bash"],
        languages: &["English: fluent", "German: good"],
        reasons: &[
            "Recovery that is rehearsed, not hoped for, is what I look for in a team.",
            "I would like my pager to be about warm homes for a change.",
            "Own hardware in two places is where I have learned the most.",
        ],
    },
    Role {
        posting: "planner-buitendienst",
        language: Language::Nl,
        window: 27,
        phone: "+31 6 00 00 40 ",
        today: "heden",
        towns: &["Rotterdam", "Schiedam", "Dordrecht", "Den Haag", "Delft", "Gouda", "Spijkenisse"],
        employers: &[
            "Vervoer Oude Maas, Dordrecht",
            "Zorgpunt Delfshaven, Rotterdam",
            "Installatie IJsselmonde BV, Rotterdam",
            "Haagse Servicedienst, Den Haag",
        ],
        positions: &["Planner", "Servicecoördinator", "Werkvoorbereider", "Medewerker planning"],
        tasks: &[
            "Dagplanning voor vijftien mensen | Afspraken met klanten",
            "Storingen aangenomen en verdeeld | Onderdelen besteld",
            "Roosters gemaakt en bijgehouden | Nieuwe collega's ingewerkt",
        ],
        schools: &["Mbo-4 Logistiek | Rotterdam", "Mbo-4 Techniek | Dordrecht", "Hbo Bedrijfskunde | Den Haag"],
        skills: &["Planning: routes, roosters, voorraad", "Software: Excel, planbord"],
        languages: &["Nederlands: moedertaal", "Engels: goed"],
        reasons: &[
            "Rust aan de telefoon is mijn sterkste kant, ook in een koude week.",
            "Een planbord dat meedenkt, daar denk ik graag over mee.",
            "Ik zoek werk waarbij ik 's avonds weet voor wie ik het doe.",
        ],
    },
];
