//! Who applied as a product designer, in a procedure that is over.

use super::{Format, Group, Headings, Language, Outcome, Person, Stage};

pub(super) const GROUP: Group = Group {
    posting: "product-designer-field-tools",
    language: Language::En,
    headings: Headings::of(Language::En),
    people: PEOPLE,
};

const PEOPLE: &[Person] = &[
    Person {
        first_name: "Noor",
        last_name: "El Amrani",
        email: "noor.elamrani@example.org",
        phone: "+31 6 00 00 21 25",
        town: "Rotterdam, Netherlands",
        headline: "Product designer for tools at work",
        summary: "I design for people with gloves, noise and no time: ambulance crews, tram drivers, warehouse pickers.",
        jobs: &[
            "2021 – present | Product designer | Spoedlijn Zorgsoftware, Rotterdam | Tablet forms for ambulance \
             crews, 40 % fewer taps per trip | Dark and bright mode tested in the vehicle, at night and in rain",
            "2018 – 2021 | Interaction designer | Tramlab, Den Haag | Driver display, tested in the depot",
            "2016 – 2018 | Designer | Bureau Zuidpier, Rotterdam | Websites for museums and small firms",
        ],
        education: &["2012 – 2016 | BDes Interaction Design | Willem de Kooning Academie, Rotterdam"],
        skills: &["Design: Prototyping in HTML and CSS, Figma, field research", "Standards: WCAG 2.2, EN 301 549, ISO 9241-110"],
        languages: &["Dutch: native", "Arabic: native", "English: fluent", "German: good (B1)"],
        message: "Dear Ifeoma, I have stood in the back of an ambulance counting taps, so a cellar does not frighten me. \
                  What I would bring is a habit of prototyping in the real thing from the first day. I would love to \
                  join a visit before we talk about screens.",
        format: Format::Pdf,
        days_ago: 255,
        stage: Stage::Offer,
        decision: Some((Outcome::Hired, 176, "Best field work of all; the technicians wanted her too.")),
        released: true,
        notes: &["Starts with 30 hours over four days. Contract signed."],
        comments: &["Ronny's people asked when she can come along again. That settles it."],
    },
    Person {
        first_name: "Chiara",
        last_name: "Bellandi",
        email: "chiara.bellandi@example.com",
        phone: "+49 30 23125 551",
        town: "Berlin, Germany",
        headline: "Senior UX designer",
        summary: "Ten years of complex business software, from insurance to machine building.",
        jobs: &[
            "2019 – present | Senior UX designer | Panke Systems, Berlin | Configuration tool for machine builders | \
             Built and led a design system used by nine teams",
            "2014 – 2019 | UX designer | Navigli Interactive, Milan | Claims handling for an insurer",
            "2012 – 2014 | Junior designer, part-time | Studio Lambro, Milan | Timetables and signs for a bus company",
        ],
        education: &["2009 – 2014 | Laurea magistrale, Communication Design | Milan"],
        skills: &["Design: Design systems, information architecture, usability tests", "Tools: Figma, Storybook, Axe"],
        languages: &["Italian: native", "English: fluent", "German: very good (C1)"],
        message: "Dear team, dense screens are my home: my last tool shows 140 parameters and people still find the \
                  right one. Thirty hours would fit my life well. I have not done field software yet and would be \
                  glad to learn it on the road.",
        format: Format::Pdf,
        days_ago: 251,
        stage: Stage::Interview,
        decision: Some((Outcome::Rejected, 178, "Second place; less experience in the field.")),
        released: true,
        notes: &["Asked whether we may write to her about future roles; she said yes."],
        comments: &["Excellent on structure. In the cellar exercise she designed for a desk."],
    },
    Person {
        first_name: "Théo",
        last_name: "Marchandeau",
        email: "theo.marchandeau@example.net",
        phone: "+33 6 39 98 41 07",
        town: "Strasbourg, France",
        headline: "Product designer and front-end developer",
        summary: "Half designer, half developer. I ship what I draw.",
        jobs: &[
            "2020 – present | Product designer | Atelier Rive Gauche, Strasbourg | Order software for craft \
             businesses, design and CSS",
            "2017 – 2020 | Front-end developer | Ill et Pixels, Strasbourg",
            "2016 – 2017 | Apprentice | Imprimerie du Canal, Strasbourg | Typesetting and the shop’s website",
        ],
        education: &["2014 – 2017 | Licence, Digital Media | Strasbourg"],
        skills: &["Design: Figma, icons, typography", "Code: HTML, CSS, TypeScript, web components"],
        languages: &["French: native", "German: good (B2)", "English: fluent"],
        message: "Hello Ifeoma, plumbers and carpenters use what I build today, so I know software that is opened \
                  with a thumb. Your wish for prototypes in the real thing is how I have always worked. I could be \
                  in Leipzig one week in four.",
        format: Format::Odt,
        days_ago: 247,
        stage: Stage::Interview,
        decision: Some((Outcome::Rejected, 183, "One week in four on site is too little for a role built on visits.")),
        released: true,
        notes: &[],
        comments: &["Very good craft. Too far away for what we need."],
    },
    Person {
        first_name: "Wiktoria",
        last_name: "Zielińska",
        email: "wiktoria.zielinska@example.org",
        phone: "+49 171 3920086",
        town: "Leipzig, Germany",
        headline: "UX writer and designer",
        summary: "I came to design from translation. Words first, then boxes.",
        jobs: &[
            "2022 – present | UX writer | Sprachraum Software, Leipzig | Interface texts in German, Polish and English | \
             Terminology for 1,200 terms",
            "2018 – 2022 | Translator | Freelance, Leipzig | Manuals for heating and ventilation",
            "2016 – 2018 | Student assistant | Institute of Applied Linguistics, Leipzig | Terminology database",
        ],
        education: &["2013 – 2018 | MA Translation | Leipzig"],
        skills: &["Writing: Interface texts, terminology, plain language", "Design: Figma, wireframes"],
        languages: &["Polish: native", "German: near native (C2)", "English: fluent (C2)"],
        message: "Dear Ms Okonjo, four years of translating heat pump manuals have left me with opinions on what a \
                  technician should have to read. I would bring words, icons and states in three languages. For the \
                  visual part I would need a colleague at my side.",
        format: Format::Docx,
        days_ago: 240,
        stage: Stage::Review,
        decision: Some((Outcome::Rejected, 195, "The role carries the visual design alone.")),
        released: true,
        notes: &["Suggest her for the documentation work next year."],
        comments: &["Not this role, but please keep her in mind for our manuals, if she agrees."],
    },
    Person {
        first_name: "Samuel",
        last_name: "Boateng",
        email: "samuel.boateng@example.com",
        phone: "+49 221 4710 290",
        town: "Cologne, Germany",
        headline: "Industrial designer",
        summary: "Machines with a screen: I design both, the handle and the menu.",
        jobs: &[
            "2017 – present | Industrial designer | Formwerk Rhein, Cologne | Handheld measuring devices, hardware and interface",
            "2014 – 2017 | Junior designer | Formwerk Rhein, Cologne",
            "2012 – 2014 | Working student | Werkraum Ruhr, Essen | Models and moulds",
        ],
        education: &["2009 – 2014 | Diploma, Industrial Design | Essen", "2008 | A levels | Accra"],
        skills: &["Design: Handhelds, ergonomics, models in foam and code", "Tools: Rhino, Figma, Arduino"],
        languages: &["English: native", "Twi: native", "German: fluent (C1)"],
        message: "Hello, I have designed measuring devices that are read upside down in a shaft. The software side of \
                  that job is what I would like to do full time, or thirty hours of it. Happy to show the foam models, \
                  which survive more than the screens do.",
        format: Format::Pdf,
        days_ago: 244,
        stage: Stage::Review,
        decision: Some((Outcome::Withdrawn, 210, "Cannot move for family reasons.")),
        released: false,
        notes: &[],
        comments: &[],
    },
    Person {
        first_name: "Greta",
        last_name: "Aschenbrenner",
        email: "greta.aschenbrenner@example.net",
        phone: "+49 176 04069012",
        town: "Weimar, Germany",
        headline: "Graduate in media art and design",
        summary: "Fresh from the university with two internships and a thesis on icons without words.",
        jobs: &[
            "2025 | Internship, six months | Studio Ilmufer, Weimar | Exhibition guides for visitors with low vision",
            "2024 | Internship, three months | Stadtmuseum, Erfurt",
            "2021 – 2024 | Student assistant | Faculty of Design, Weimar | Workshop for screen printing",
        ],
        education: &["2020 – 2026 | MFA Media Art and Design | Weimar | Thesis: signs in tram stops, read by people new to town"],
        skills: &["Design: Icons, illustration, exhibition", "Tools: Figma, Blender, HTML"],
        languages: &["German: native", "English: fluent (C1)"],
        message: "Dear Ms Okonjo, my thesis asked which signs work without words, and a cellar with three languages \
                  sounds like its next chapter. I have little experience in a company so far. In return I have time, \
                  patience and a sketchbook.",
        format: Format::Pdf,
        days_ago: 221,
        stage: Stage::Received,
        decision: Some((Outcome::Rejected, 196, "The role needs somebody who can carry it alone from the start.")),
        released: false,
        notes: &["Told her about the working-student position that opens in autumn."],
        comments: &[],
    },
];
