//! The files in the form: the CV and the other documents.

use leptos::prelude::*;
use rules::{
    form::{Field, MAX_DOCUMENTS, Problem},
    messages::Key,
};

use super::Asking;
use crate::texts::limit;

/// What a browser offers to choose from; the content decides.
pub(super) const ACCEPT: &str = ".pdf,.docx,.odt,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document,\
    application/vnd.oasis.opendocument.text";

/// The same for pictures.
pub(super) const PICTURES: &str = ".png,.jpg,.jpeg,image/png,image/jpeg";

impl Asking<'_> {
    pub(super) fn documents(&self, max: u64) -> AnyView {
        let hint = self.lang.fill(Key::HintDocuments, &[&MAX_DOCUMENTS.to_string(), &limit(self.lang, max)]);
        let ask = self.ask(Field::Documents).optional().hint(hint);
        let again = self.problem(Field::Documents) == Some(Problem::FileAgain);
        let control = view! {
            <input
                type="file"
                id="documents"
                name="documents"
                accept=format!("{ACCEPT},{PICTURES}")
                multiple
                data-again=again.then_some("")
                aria-describedby=ask.by()
                aria-invalid=ask.invalid()
            />
        };
        ask.around(self.lang, control)
    }

    pub(super) fn cv(&self, max: u64) -> AnyView {
        let ask = self.ask(Field::Cv).hint(self.lang.fill(Key::HintCv, &[&limit(self.lang, max)]));
        // An island that still holds the chosen file need not ask for it again.
        let again = matches!(
            self.problem(Field::Cv),
            Some(Problem::FileAgain | Problem::NotStored | Problem::SentBefore | Problem::HeldBack { .. })
        );
        let control = view! {
            <input
                type="file"
                id="cv"
                name="cv"
                accept=ACCEPT
                required
                data-again=again.then_some("")
                aria-describedby=ask.by()
                aria-invalid=ask.invalid()
            />
        };
        ask.around(self.lang, control)
    }
}
