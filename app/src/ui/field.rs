//! A field of a form, around its control.

use leptos::prelude::*;
use rules::messages::{Key, Lang};

/// A field of a form: what it is called, what helps, what is wrong.
pub struct Ask {
    id: String,
    label: String,
    label_in: Option<&'static str>,
    optional: bool,
    hint: Option<String>,
    hint_in: Option<&'static str>,
    also: Option<String>,
    readable: bool,
    error: Option<String>,
}

impl Ask {
    /// A field whose control has the id `id`.
    #[must_use]
    pub fn new(id: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            label: label.into(),
            label_in: None,
            optional: false,
            hint: None,
            hint_in: None,
            also: None,
            readable: false,
            error: None,
        }
    }

    /// It may stay empty.
    #[must_use]
    pub fn optional(self) -> Self {
        Self { optional: true, ..self }
    }

    /// What helps to fill it in.
    #[must_use]
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    /// The language of its label, where it is not the reader's.
    #[must_use]
    pub fn label_in(self, label_in: Option<&'static str>) -> Self {
        Self { label_in, ..self }
    }

    /// The language of what helps, where it is not the reader's.
    #[must_use]
    pub fn hint_in(self, hint_in: Option<&'static str>) -> Self {
        Self { hint_in, ..self }
    }

    /// What the house has to say beside a hint that somebody else wrote.
    #[must_use]
    pub fn also(self, also: impl Into<String>) -> Self {
        Self { also: Some(also.into()), ..self }
    }

    /// Says that the applicant can read what is written here (docs/PROMISES.md, n05).
    #[must_use]
    pub fn readable(self) -> Self {
        Self { readable: true, ..self }
    }

    /// What is wrong with it, if anything.
    #[must_use]
    pub fn error(self, error: Option<String>) -> Self {
        Self { error, ..self }
    }

    /// The control's `aria-describedby`.
    #[must_use]
    pub fn by(&self) -> Option<String> {
        let parts = [(self.hint.is_some(), "hint"), (self.readable, "readable"), (self.error.is_some(), "error")];
        let ids: Vec<String> = parts.iter().filter(|part| part.0).map(|part| format!("{}-{}", self.id, part.1)).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// The control's `aria-invalid`.
    #[must_use]
    pub fn invalid(&self) -> Option<&'static str> {
        self.error.is_some().then_some("true")
    }

    /// The field around its control.
    #[must_use]
    pub fn around(self, lang: Lang, control: impl IntoView + 'static) -> AnyView {
        let Self { id, label, label_in, optional, hint, hint_in, also, readable, error } = self;
        let label = match label_in {
            Some(label_in) => view! { <span lang=label_in>{label}</span> }.into_any(),
            None => label.into_any(),
        };
        let hint = hint.map(|hint| view! { <bdi lang=hint_in>{hint}</bdi> });
        // On a line of its own: whatever runs in another direction before it leaves it alone.
        let also = also.map(|also| view! { " " <span class="also">{also}</span> });
        view! {
            <div class="field">
                <label for=id.clone()>
                    {label}
                    {optional.then(|| view! { " " <span class="optional">{lang.text(Key::Optional)}</span> })}
                </label>
                {hint.map(|hint| view! { <p class="hint" id=format!("{id}-hint")>{hint}{also}</p> })}
                {readable.then(|| readable_by_applicant(lang, Some(format!("{id}-readable"))))}
                {error.map(|error| view! { <p class="error" id=format!("{id}-error")>{error}</p> })}
                {control.into_view()}
            </div>
        }
        .into_any()
    }
}

/// The line beside every remark box: the applicant can read this.
#[must_use]
pub fn readable_by_applicant(lang: Lang, id: Option<String>) -> AnyView {
    view! {
        <p class="readable" id=id>
            <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
                <path d="M1 8s2.5-4.5 7-4.5S15 8 15 8s-2.5 4.5-7 4.5S1 8 1 8z"></path>
                <circle cx="8" cy="8" r="2"></circle>
            </svg>
            " "
            {lang.text(Key::ApplicantCanRead)}
        </p>
    }
    .into_any()
}

/// What a `<textarea>` must hold so that a browser shows `text`: it drops the first line feed (HTML, section 13.2.6.4.7).
#[must_use]
pub fn textarea_text(text: &str) -> String {
    if text.starts_with(['\n', '\r']) { format!("\n{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_names_what_describes_it_in_reading_order() {
        let ask = Ask::new("note", "Note").hint("About the work").readable().error(Some("Empty".to_owned()));
        assert_eq!(ask.by().as_deref(), Some("note-hint note-readable note-error"));
        assert_eq!(Ask::new("note", "Note").by(), None);
    }
}
