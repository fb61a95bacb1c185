//! The English postings.

use super::super::Block::{Heading, List, Paragraph};
use super::super::{Contact, DemoPosting, Department, Employment, Language, Pay, PayPeriod, PostingState};

const OKONJO: Contact = Contact {
    name: "Ifeoma Okonjo",
    role: "Head of Engineering",
    email: "ifeoma.okonjo@werk-und-wandel.example",
    phone: "+49 30 23125 422",
};

const NEXT_STEPS: &[&str] = &[
    "Two of us read your application; you hear from us within ten working days, whatever the answer.",
    "A video call of 45 minutes with the team lead. No puzzles.",
    "A paid half day with the team on a problem we really had, then a decision within the week.",
];

pub(super) fn postings() -> Vec<DemoPosting> {
    vec![reliability_engineer(), product_designer()]
}

fn reliability_engineer() -> DemoPosting {
    DemoPosting {
        slug: "site-reliability-engineer",
        language: Language::En,
        title: "Site Reliability Engineer (f/m/x)",
        department: Department::Engineering,
        place: "Leipzig, Rotterdam or remote within Germany and the Netherlands",
        employment: Employment::FullTime,
        pay: Pay { min: 66_000, max: 84_000, period: PayPeriod::Year },
        seats: 1,
        summary: "Keep the control room that heats 11,000 homes dull, predictable and easy to repair.",
        description: &[
            Paragraph(
                "When our software stops, nobody freezes: every boiler room falls back to its own controller. \
                 But tenants pay more, and the service team drives at night. You make sure that happens \
                 rarely, is noticed early and is over quickly.",
            ),
            Heading("What you will do"),
            List(&[
                "Own deployment, monitoring and backups of about sixty services on our own hardware in two places",
                "Bring recovery from a lost site from four hours down to one, and prove it every quarter",
                "Write the post-mortems people want to read, and chase what they ask for",
                "Share the on-call rota with five others: one week in six, paid, with a day off after it",
            ]),
            Heading("What you bring"),
            List(&[
                "Years of running Linux systems that other people depend on",
                "Debugging from the metric down to the packet, and the patience to write it up",
                "Enough Rust, Go or Python to fix what you find",
                "English for daily work; German or Dutch helps on the phone with a caretaker",
            ]),
            Paragraph(
                "You need not know anything about heating. If you have kept a PostgreSQL cluster alive through \
                 a bad week, tell us about that week.",
            ),
            Heading("What we offer"),
            List(&[
                "38 hours, 30 days of leave, no core hours outside the on-call week",
                "A training budget of 2,000 euros a year that needs no form",
                "Train travel between the two offices, in working time",
            ]),
        ],
        contact: OKONJO,
        next_steps: NEXT_STEPS,
        opened_days_ago: 21,
        intake_ends_in_days: 39,
        state: PostingState::Open,
    }
}

fn product_designer() -> DemoPosting {
    DemoPosting {
        slug: "product-designer-field-tools",
        language: Language::En,
        title: "Product Designer, Field Tools (f/m/x)",
        department: Department::Engineering,
        place: "Leipzig, or Rotterdam",
        employment: Employment::PartTime,
        pay: Pay { min: 42_000, max: 52_000, period: PayPeriod::Year },
        seats: 1,
        summary: "Design the tablet software our technicians use with cold hands in dark cellars.",
        description: &[
            Paragraph(
                "Thirty people spend their day with our field tool: they look up a heat pump, note what they \
                 did and order what is missing. It grew without a designer and it shows. The position is 30 \
                 hours a week, spread as you like over at least four days.",
            ),
            Heading("What you will do"),
            List(&[
                "Go along on visits, watch, and turn what you saw into fewer steps",
                "Prototype in the real thing: HTML, CSS and our component library",
                "Look after words, icons and states in German, Dutch and English",
            ]),
            Heading("What you bring"),
            List(&[
                "Work you can show for people who did not choose their software",
                "A feeling for dense screens, large touch targets and bad light",
                "Working knowledge of accessibility, beyond contrast ratios",
            ]),
        ],
        contact: OKONJO,
        next_steps: NEXT_STEPS,
        opened_days_ago: 262,
        intake_ends_in_days: -217,
        state: PostingState::Closed { days_ago: 171 },
    }
}
