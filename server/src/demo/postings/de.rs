//! The German postings.

use super::super::Block::{Heading, List, Paragraph};
use super::super::{Contact, DemoPosting, Department, Employment, Language, Pay, PayPeriod, PostingState};

const BRENDEL: Contact = Contact {
    name: "Katharina Brendel",
    role: "Personalreferentin, Leipzig",
    email: "katharina.brendel@werk-und-wandel.example",
    phone: "+49 30 23125 410",
};

const NEXT_STEPS: &[&str] = &[
    "Wir lesen jede Bewerbung zu zweit und melden uns innerhalb von zehn Werktagen.",
    "Erstes Gespräch per Video, etwa 40 Minuten, mit der Fachabteilung.",
    "Ein halber Tag bei uns vor Ort, bezahlt, mit Zusage oder Absage in derselben Woche.",
];

pub(super) fn postings() -> Vec<DemoPosting> {
    vec![software_developer(), service_technician(), apprentice(), personnel_officer()]
}

fn software_developer() -> DemoPosting {
    DemoPosting {
        slug: "softwareentwicklung-rust",
        language: Language::De,
        title: "Softwareentwicklung Rust, Leitwarte (m/w/d)",
        department: Department::Engineering,
        place: "Leipzig, zwei Tage pro Woche vor Ort",
        employment: Employment::FullTime,
        pay: Pay { min: 58_000, max: 76_000, period: PayPeriod::Year },
        seats: 2,
        summary: "Du baust die Leitwarte weiter, die 1.900 Wärmepumpen in Altbauten überwacht und regelt.",
        description: &[
            Paragraph(
                "Werk & Wandel rüstet Mietshäuser aus der Gründerzeit und Siedlungen der Sechziger auf \
                 Wärmepumpen und Speicher um. Damit das Haus warm bleibt, wenn der Strompreis springt oder \
                 ein Fühler ausfällt, laufen alle Anlagen in einer Leitwarte zusammen. Die haben wir selbst \
                 geschrieben, und sie wird gerade zu klein.",
            ),
            Heading("Deine Aufgaben"),
            List(&[
                "Messwerte von derzeit 40.000 Fühlern annehmen, prüfen und ablegen: Rust, Tokio, PostgreSQL",
                "Regelprogramme ausrollen und zurückholen können, ohne dass jemand in den Keller fährt",
                "Alarme so bauen, dass die Bereitschaft nachts nur geweckt wird, wenn wirklich etwas kalt wird",
                "Etwa einmal im Monat mit dem Service hinausfahren und sehen, was die Software anrichtet",
            ]),
            Heading("Was du mitbringst"),
            List(&[
                "Mehrere Jahre Erfahrung mit einer Systemsprache; Rust kannst du oder willst es ernsthaft lernen",
                "Sicherer Umgang mit SQL, auch wenn eine Tabelle sehr groß geworden ist",
                "Deutsch für die Gespräche mit Service und Betrieb (etwa B2), Englisch zum Lesen",
            ]),
            Paragraph(
                "Ein Abschluss ist uns weniger wichtig als etwas, das du gebaut hast und erklären kannst. \
                 Heizungstechnik bringen wir dir bei.",
            ),
            Heading("Was du bekommst"),
            List(&[
                "38 Stunden, 30 Tage Urlaub, Bereitschaft nur freiwillig und bezahlt",
                "Deutschlandticket oder Dienstrad",
                "Zehn Tage im Jahr für Weiterbildung, ohne Antrag",
            ]),
        ],
        contact: BRENDEL,
        next_steps: NEXT_STEPS,
        opened_days_ago: 34,
        intake_ends_in_days: 26,
        state: PostingState::Open,
    }
}

fn service_technician() -> DemoPosting {
    DemoPosting {
        slug: "servicetechnik-waermepumpen",
        language: Language::De,
        title: "Servicetechnik Wärmepumpen (m/w/d)",
        department: Department::Operations,
        place: "Leipzig, mit Einsätzen im Umland",
        employment: Employment::FullTime,
        pay: Pay { min: 3_300, max: 4_100, period: PayPeriod::Month },
        seats: 3,
        summary: "Du wartest und entstörst unsere Anlagen zwischen Markkleeberg und Delitzsch, mit eigenem \
                  Fahrzeug und festen Touren.",
        description: &[
            Paragraph(
                "Rund 700 unserer Anlagen stehen im Leipziger Raum, die meisten in Kellern, in die vorher \
                 niemand etwas Neues eingebaut hatte. Im Service sorgen zurzeit neun Leute dafür, dass sie \
                 laufen. Drei weitere suchen wir, weil im Frühjahr zwei Siedlungen dazukommen.",
            ),
            Heading("Deine Aufgaben"),
            List(&[
                "Wartung und Entstörung von Luft- und Solewärmepumpen von 12 bis 120 kW",
                "Inbetriebnahme gemeinsam mit der Montage, Einweisung der Hausverwaltung",
                "Arbeiten am Kältekreis nach der F-Gase-Verordnung",
                "Rückmeldung an die Leitwarte: Was hat der Fühler gesagt, was war wirklich los?",
            ]),
            Heading("Was du mitbringst"),
            List(&[
                "Ausbildung als Mechatroniker:in für Kältetechnik, Anlagenmechaniker:in SHK oder Elektroniker:in",
                "Sachkunde Kategorie I oder die Bereitschaft, sie bei uns zu machen (wir zahlen, du lernst in der Arbeitszeit)",
                "Führerschein Klasse B",
            ]),
            Heading("Was du bekommst"),
            List(&[
                "37,5 Stunden, Fahrzeit ab der eigenen Haustür ist Arbeitszeit",
                "Rufbereitschaft eine Woche in sieben, mit Zuschlag und freiem Montag danach",
                "Werkzeug nach deiner Wahl, Fahrzeug auch privat nutzbar",
            ]),
        ],
        contact: Contact {
            name: "Ronny Seifarth",
            role: "Leitung Service Leipzig",
            email: "ronny.seifarth@werk-und-wandel.example",
            phone: "+49 30 23125 437",
        },
        next_steps: NEXT_STEPS,
        opened_days_ago: 52,
        intake_ends_in_days: 9,
        state: PostingState::Open,
    }
}

fn apprentice() -> DemoPosting {
    DemoPosting {
        slug: "ausbildung-elektronik-betriebstechnik",
        language: Language::De,
        title: "Ausbildung Elektroniker:in für Betriebstechnik (m/w/d)",
        department: Department::Operations,
        place: "Leipzig, Werkstatt in Plagwitz",
        employment: Employment::Apprenticeship,
        pay: Pay { min: 1_090, max: 1_320, period: PayPeriod::Month },
        seats: 2,
        summary: "In dreieinhalb Jahren lernst du, Schaltschränke zu bauen, zu prüfen und die Fehler der anderen zu finden.",
        description: &[
            Paragraph(
                "In unserer Werkstatt in Plagwitz entstehen die Schaltschränke für alle Anlagen. Du lernst \
                 dort bei zwei Meisterinnen und bist ab dem zweiten Jahr auch auf Baustellen dabei.",
            ),
            Heading("Das lernst du"),
            List(&[
                "Schaltpläne lesen und zeichnen, Schränke verdrahten und messen",
                "Steuerungen programmieren, erst auf dem Übungstisch, dann im echten Haus",
                "Fehler suchen, ohne zu raten",
            ]),
            Heading("Das solltest du mitbringen"),
            List(&[
                "Haupt- oder Realschulabschluss; Mathe und Physik sollten kein Feind sein",
                "Lust, Dinge ordentlich zu machen, die später niemand sieht",
                "Ein Praktikum vorher ist schön, aber keine Bedingung",
            ]),
            Paragraph(
                "Vergütung im ersten Jahr 1.090 Euro, im vierten 1.320 Euro. Die Berufsschule ist in Leipzig, \
                 das Azubiticket zahlen wir. Wer besteht, wird übernommen.",
            ),
        ],
        contact: BRENDEL,
        next_steps: &[
            "Antwort innerhalb von zehn Werktagen.",
            "Gespräch in der Werkstatt, gern mit Eltern oder einer anderen Begleitung.",
            "Drei Tage Probearbeiten in den Ferien, danach entscheiden beide Seiten.",
        ],
        opened_days_ago: 95,
        intake_ends_in_days: -12,
        state: PostingState::IntakeClosed,
    }
}

fn personnel_officer() -> DemoPosting {
    DemoPosting {
        slug: "personalreferat-leipzig",
        language: Language::De,
        title: "Personalreferat, Schwerpunkt Gewinnung (m/w/d)",
        department: Department::PeopleAndOffice,
        place: "Leipzig",
        employment: Employment::PartTime,
        pay: Pay { min: 2_700, max: 3_200, period: PayPeriod::Month },
        seats: 1,
        summary: "Du findest mit den Fachabteilungen die Leute, die uns fehlen, und sorgst für ein Verfahren, \
                  das fair ist und wieder vergisst.",
        description: &[
            Paragraph(
                "Im kommenden Jahr wollen wir etwa dreißig Menschen einstellen, die meisten im Handwerk. Dafür braucht es \
                 jemanden, der Stellen verständlich ausschreibt, Bewerbende gut behandelt und den Abteilungen \
                 auch einmal widerspricht. 25 bis 30 Stunden pro Woche.",
            ),
            Heading("Deine Aufgaben"),
            List(&[
                "Ausschreibungen mit den Abteilungen schreiben",
                "Gespräche führen und Entscheidungen so festhalten, dass sie auch später noch nachvollziehbar sind",
                "Fristen, Auskünfte und Löschung im Blick behalten, zusammen mit dem Datenschutz",
            ]),
            Heading("Was du mitbringst"),
            List(&[
                "Erfahrung in der Personalarbeit, am liebsten mit gewerblichen Berufen",
                "Grundkenntnisse im AGG und im Beschäftigtendatenschutz",
            ]),
        ],
        contact: BRENDEL,
        next_steps: NEXT_STEPS,
        opened_days_ago: 0,
        intake_ends_in_days: 45,
        state: PostingState::Draft,
    }
}
