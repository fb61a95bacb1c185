//! `/sign-in`: the way to the desk.

use leptos::prelude::*;
use rules::messages::Key;

use crate::{
    frame::Frame,
    shell::Page,
    ui::{self, Ask},
};

/// The form as it stands; a password is never sent back.
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// The address that was typed.
    pub email: String,
    /// Why it did not work.
    pub problem: Option<Key>,
    /// Where to go after, on this site.
    pub next: String,
    /// Whether a form was sent after the session had ended, and so not stored.
    pub unsent: bool,
}

/// The form.
#[must_use]
pub fn page(frame: &Frame, form: &Form) -> Page {
    let lang = frame.lang;
    // Which of the two is wrong is not told; both are marked.
    let wrong = form.problem == Some(Key::SignInNoMatch);
    let error = |key: Key| wrong.then(|| lang.text(key).to_owned());
    let email = Ask::new("email", lang.text(Key::FieldEmail)).error(error(Key::SignInCheckEmail));
    let email_control = view! {
        <input
            type="email"
            id="email"
            name="email"
            autocomplete="username"
            size="32"
            spellcheck="false"
            required
            aria-describedby=email.by()
            aria-invalid=email.invalid()
            value=form.email.clone()
        />
    };
    let password = Ask::new("password", lang.text(Key::SignInPassword)).error(error(Key::SignInPasswordAgain));
    let password_control = view! {
        <input
            type="password"
            id="password"
            name="password"
            autocomplete="current-password"
            size="32"
            required
            aria-describedby=password.by()
            aria-invalid=password.invalid()
        />
    };
    let problems = form.problem.map(|problem| {
        let line = ("email".to_owned(), lang.text(problem).to_owned());
        ui::problems_under(lang.text(Key::SignInFailed), None, &[line])
    });
    let unsent = form.unsent.then(|| view! { <p class="alert" data-tone="due">{lang.text(Key::SignInUnsent)}</p> });
    let main = view! {
        <div class="head">
            <h1>{lang.text(Key::SignInTitle)}</h1>
            <p>
                {lang.fill(Key::SignInLead, &[&frame.employer])}
                " "
                <a href="/status">{lang.text(Key::NavMyApplication)}</a>
            </p>
        </div>
        {unsent}
        {problems}
        <form class="form" method="post" action="/sign-in" novalidate>
            <input type="hidden" name="next" value=form.next.clone()/>
            {email.around(lang, email_control)}
            {password.around(lang, password_control)}
            <div class="row">
                <button class="button primary">{lang.text(Key::SignInTitle)}</button>
            </div>
        </form>
    };
    let title = lang.text(Key::SignInTitle);
    let title = if form.problem.is_some() { ui::error_title(lang, title) } else { title.to_owned() };
    Page { title, main: main.into_any(), islands: false }
}

#[cfg(test)]
mod tests {
    use rules::messages::Lang;

    use super::*;
    use crate::fixtures::{HOSTILE, assert_harmless, frame, html};

    #[test]
    fn what_was_typed_comes_back_as_text_and_the_password_never() {
        let form = Form { email: HOSTILE.to_owned(), problem: Some(Key::SignInNoMatch), next: HOSTILE.to_owned(), unsent: false };
        let html = html(|| page(&frame(Lang::En), &form));
        assert_harmless(&html);
        let password = html.split("type=\"password\"").nth(1).and_then(|rest| rest.split('>').next()).unwrap_or_default();
        assert!(!password.contains("value"), "{html}");
    }
}
