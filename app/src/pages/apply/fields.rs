//! The fields that every posting's form has, each with its control: who applies, the letter, and what is stated and confirmed.

use leptos::prelude::*;
use office::{careers::Posting, posting::Notice};
use rules::{
    form::{Field, MAX_MESSAGE, TICKED},
    messages::Key,
};

use super::Asking;
use crate::ui::{self, Ask};

impl Asking<'_> {
    pub(super) fn line(
        &self,
        field: Field,
        kind: &'static str,
        complete: &'static str,
        max: usize,
        hint: Option<&'static str>,
    ) -> AnyView {
        let optional = field == Field::Phone;
        let ask = hint.into_iter().fold(self.ask(field), Ask::hint);
        let ask = if optional { ask.optional() } else { ask };
        let control = view! {
            <input
                type=kind
                id=field.code()
                name=field.code()
                autocomplete=complete
                spellcheck=matches!(field, Field::Email).then_some("false")
                size=optional.then_some("22")
                maxlength=max.to_string()
                required=!optional
                aria-describedby=ask.by()
                aria-invalid=ask.invalid()
                value=self.typed.get(field).to_owned()
            />
        };
        ask.around(self.lang, control)
    }

    pub(super) fn message(&self) -> AnyView {
        let hint = self.lang.fill(Key::HintMessage, &[&self.lang.number(MAX_MESSAGE as i64)]);
        let ask = self.ask(Field::Message).optional().hint(hint);
        // Without `maxlength`: a browser counts line ends twice, and what is too long is better said than cut off.
        let control = view! {
            <textarea id="message" name="message" rows="6" aria-describedby=ask.by() aria-invalid=ask.invalid()>
                {ui::textarea_text(&self.typed.message)}
            </textarea>
        };
        ask.around(self.lang, control)
    }

    /// A field that no person sees, for programs that fill in whatever there is. Once something stands in it everybody sees it: a browser
    /// may have filled it in by itself.
    pub(super) fn homepage(&self) -> AnyView {
        let ask = self.ask(Field::Homepage).hint(self.lang.text(Key::HintHomepage));
        let hidden = self.problem(Field::Homepage).is_none();
        let control = view! {
            <input
                type="text"
                id="homepage"
                name="homepage"
                autocomplete="off"
                tabindex=hidden.then_some("-1")
                aria-describedby=ask.by()
                aria-invalid=ask.invalid()
                value=self.typed.homepage.clone()
            />
        };
        let field = ask.around(self.lang, control);
        view! { <div class=hidden.then_some("aside") aria-hidden=hidden.then_some("true")>{field}</div> }.into_any()
    }

    /// A statement nobody has to make, and who is told of it (docs/PROMISES.md, n24).
    pub(super) fn disability(&self) -> AnyView {
        let lang = self.lang;
        let one = |field: Field, ticked: bool, label: Key, hint: Key| {
            let (hint_id, error_id) = (format!("{}-hint", field.code()), format!("{}-error", field.code()));
            let error = self.error(field);
            let described = if error.is_some() { format!("{hint_id} {error_id}") } else { hint_id.clone() };
            let invalid = error.is_some().then_some("true");
            view! {
                {error.map(|error| view! { <p class="error" id=error_id>{error}</p> })}
                <div class="choice">
                    <input
                        type="checkbox"
                        id=field.code()
                        name=field.code()
                        value=TICKED
                        checked=ticked
                        aria-describedby=described
                        aria-invalid=invalid
                    />
                    <label for=field.code()>{lang.text(label)}</label>
                    <p class="hint" id=hint_id>{lang.text(hint)}</p>
                </div>
            }
        };
        let typed = self.typed;
        view! {
            <fieldset class="choices" aria-describedby="disability-about">
                <legend>{lang.text(Key::FieldDisability)} " " <span class="optional">{lang.text(Key::Optional)}</span></legend>
                <p class="hint" id="disability-about">{lang.text(Key::DisabilityHint)}</p>
                {one(Field::Disability, typed.disability, Key::DisabilityBox, Key::DisabilityBoxHint)}
                {one(
                    Field::NoRepresentative,
                    typed.no_representative,
                    Key::NoRepresentativeBox,
                    Key::NoRepresentativeBoxHint,
                )}
            </fieldset>
        }
        .into_any()
    }

    /// Before the file, so that the request has it first: without it the file is not even looked at (docs/PROMISES.md, n19).
    pub(super) fn notice(&self, posting: &Posting, notice: &Notice) -> AnyView {
        let lang = self.lang;
        let error = self.error(Field::Notice);
        let described = if error.is_some() { "notice-error notice-hint" } else { "notice-hint" };
        let officer = (!notice.officer.trim().is_empty())
            .then(|| view! { <p>{ui::around(lang.text(Key::PrivacyOfficerIs), ui::linked(&notice.officer))}</p> });
        view! {
            <div class="choices">
                <h2 class="unseen">{lang.text(Key::FieldNotice)}</h2>
                <details class="fold">
                    <summary>{lang.text(Key::NoticeInShort)}</summary>
                    <div class="prose">
                        <p>{lang.fill(Key::NoticeShortUse, &[&posting.employer_name])}</p>
                        <p>{lang.fill(Key::NoticeShortEnd, &[&lang.period(posting.policy)])}</p>
                        {officer}
                        <p><a href="/notice" target="_blank" rel="noopener">{lang.text(Key::NoticeWhole)}</a></p>
                    </div>
                </details>
                {error.clone().map(|error| view! { <p class="error" id="notice-error">{error}</p> })}
                <div class="choice">
                    <input
                        type="checkbox"
                        id="notice"
                        name="notice"
                        value="read"
                        required
                        checked=self.typed.notice
                        aria-describedby=described
                        aria-invalid=error.is_some().then_some("true")
                    />
                    <label for="notice">{lang.text(Key::NoticeBox)}</label>
                    <p class="hint" id="notice-hint">{lang.text(Key::NoticeBoxHint)}</p>
                </div>
            </div>
        }
        .into_any()
    }
}
