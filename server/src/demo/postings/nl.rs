//! The Dutch postings.

use super::super::Block::{Heading, List, Paragraph};
use super::super::{Contact, DemoPosting, Department, Employment, Language, Pay, PayPeriod, PostingState};

const VERBRUGGE: Contact = Contact {
    name: "Annelies Verbrugge",
    role: "vestigingsmanager Rotterdam",
    email: "annelies.verbrugge@werk-und-wandel.example",
    phone: "+31 6 00 00 21 04",
};

const NEXT_STEPS: &[&str] = &[
    "Binnen tien werkdagen hoor je van ons, ook als het nee is.",
    "Eerste gesprek op kantoor in Rotterdam of via video, ongeveer drie kwartier.",
    "Een betaald dagdeel meelopen, daarna beslissen we dezelfde week.",
];

pub(super) fn postings() -> Vec<DemoPosting> {
    vec![field_planner(), office_manager()]
}

fn field_planner() -> DemoPosting {
    DemoPosting {
        slug: "planner-buitendienst",
        language: Language::Nl,
        title: "Planner buitendienst (m/v/x)",
        department: Department::Operations,
        place: "Rotterdam",
        employment: Employment::FullTime,
        pay: Pay { min: 2_950, max: 3_650, period: PayPeriod::Month },
        seats: 1,
        summary: "Jij zorgt dat twaalf monteurs 's ochtends weten waar ze heen gaan, en 's middags nog steeds.",
        description: &[
            Paragraph(
                "Vanuit Rotterdam onderhouden we warmtepompen en buurtbatterijen bij zes \
                 woningcorporaties. De planning is nu het werk van twee mensen en veel telefoontjes. Een van \
                 hen gaat met pensioen; we zoeken iemand die het overneemt en beter maakt.",
            ),
            Heading("Wat je doet"),
            List(&[
                "Onderhoud en storingen plannen voor twaalf monteurs tussen Dordrecht en Den Haag",
                "Afspraken maken met huurders en corporaties, en die ook weer verzetten als het vriest",
                "Onderdelen op tijd in de juiste bus krijgen, samen met het magazijn",
                "Met de softwareafdeling in Leipzig werken aan een planbord dat wél meedenkt",
            ]),
            Heading("Wat je meebrengt"),
            List(&[
                "Mbo-4 werk- en denkniveau en ervaring met planning, bijvoorbeeld in techniek, transport of zorg",
                "Rust aan de telefoon, ook als de ander die niet heeft",
                "Goed Nederlands; een beetje Duits of Engels is handig",
            ]),
            Heading("Wat je krijgt"),
            List(&[
                "38 uur, 27 vakantiedagen, geen weekenddiensten",
                "Reiskosten volledig vergoed, of een fiets van de zaak",
                "Een collega die je drie maanden inwerkt",
            ]),
        ],
        contact: VERBRUGGE,
        next_steps: NEXT_STEPS,
        opened_days_ago: 27,
        intake_ends_in_days: 18,
        state: PostingState::Open,
    }
}

fn office_manager() -> DemoPosting {
    DemoPosting {
        slug: "officemanager-rotterdam",
        language: Language::Nl,
        title: "Officemanager met personeelszaken (m/v/x)",
        department: Department::PeopleAndOffice,
        place: "Rotterdam",
        employment: Employment::PartTime,
        pay: Pay { min: 2_350, max: 2_850, period: PayPeriod::Month },
        seats: 1,
        summary: "Je houdt een kantoor van vijfentwintig mensen draaiend en bent voor nieuwe collega's het eerste gezicht.",
        description: &[
            Paragraph(
                "De vestiging in Rotterdam is in drie jaar van zes naar vijfentwintig mensen gegroeid, en \
                 alles wat van niemand was, is blijven liggen. Die stapel wordt van jou: 24 tot 28 uur per \
                 week, waarvan ongeveer een derde personeelszaken.",
            ),
            Heading("Wat je doet"),
            List(&[
                "Inkoop, post, ruimtes en het contact met de verhuurder",
                "Indiensttreding, verzuimmeldingen en de personeelsdossiers, samen met Leipzig",
                "Facturen klaarzetten voor de boekhouding",
                "De twee dagen per jaar organiseren waarop beide vestigingen elkaar zien",
            ]),
            Heading("Wat je meebrengt"),
            List(&[
                "Ervaring als officemanager, secretaresse of personeelsmedewerker",
                "Zorgvuldigheid met gegevens van anderen",
                "Nederlands en Engels; met Duits word je hier erg geliefd",
            ]),
        ],
        contact: VERBRUGGE,
        next_steps: NEXT_STEPS,
        opened_days_ago: 68,
        intake_ends_in_days: -8,
        state: PostingState::IntakeClosed,
    }
}
