//! What two of the postings ask beside the form's own fields, and what people answered.

use rules::question::{QuestionDraft, QuestionKind};

/// A question; none of them has to be answered, so that the shortest application is still one.
fn ask(kind: QuestionKind, text: &str, hint: &str, choices: &[&str]) -> QuestionDraft {
    QuestionDraft {
        kind: kind.code().to_owned(),
        text: text.to_owned(),
        hint: hint.to_owned(),
        required: false,
        choices: choices.join("\n"),
    }
}

/// The questions of a posting, by its slug.
pub(super) fn questions(posting: &str) -> Vec<QuestionDraft> {
    match posting {
        "servicetechnik-waermepumpen" => vec![
            ask(
                QuestionKind::Choice,
                "Welche Fahrerlaubnis haben Sie?",
                "Die Einsatzwagen sind Transporter bis 3,5 Tonnen.",
                &["Klasse B", "Klasse B mit Anhänger (BE)", "Noch keine"],
            ),
            ask(QuestionKind::Date, "Ab wann können Sie anfangen?", "", &[]),
            ask(
                QuestionKind::Number,
                "An wie vielen Tagen im Monat wären Sie im Notdienst dabei?",
                "Üblich sind vier bis sechs.",
                &[],
            ),
            ask(QuestionKind::File, "Sachkundenachweis Kältemittel (Kategorie I)", "Wenn Sie ihn schon haben.", &[]),
        ],
        "product-designer-field-tools" => vec![
            ask(
                QuestionKind::Short,
                "Where can we see something you made?",
                "An address on the web, or the name of a product.",
                &[],
            ),
            ask(
                QuestionKind::Long,
                "Tell us about a design that failed in people’s hands, and what you changed.",
                "A few sentences are enough.",
                &[],
            ),
        ],
        _ => Vec::new(),
    }
}

/// What the person with this number answered to them.
pub(super) fn answers(posting: &str, person: u32) -> Vec<String> {
    let one_of = |answers: &[&str]| answers[person as usize % answers.len()].to_owned();
    match posting {
        "servicetechnik-waermepumpen" => vec![
            one_of(&["Klasse B", "Klasse B mit Anhänger (BE)", "", "Klasse B"]),
            one_of(&["2027-02-01", "2027-04-01", "2027-01-15", ""]),
            one_of(&["4", "6", "", "5"]),
        ],
        "product-designer-field-tools" => vec![
            one_of(&["The handheld of the Leipzig tram inspectors", "", "folio.example"]),
            one_of(&[
                "A torque display that nobody could read in the sun. We gave it a beep and a green edge.",
                "",
                "My wizard for valve settings had nine steps; the technicians wrote the values on tape instead. Now it is one page.",
            ]),
        ],
        _ => Vec::new(),
    }
}
