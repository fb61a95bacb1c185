//! `/jobs/{slug}/apply`: the application form.

mod answers;

use leptos::prelude::*;
use office::{careers::Posting, posting::Notice};
use rules::{
    form::{Field, MAX_DOCUMENTS, MAX_EMAIL, MAX_MESSAGE, MAX_NAME, MAX_PHONE, Problem, TICKED, Typed},
    messages::{Key, Lang},
    question::Question,
    retention::Due,
};

use super::home::posting_lang;
use crate::{
    frame::Frame,
    islands::apply::ApplyComfort,
    shell::{About, Kept, Page},
    texts::{field_label, form_problem_text, limit},
    ui::{self, Ask},
};

/// The form as it stands.
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// What was typed.
    pub typed: Typed,
    /// What is wrong with it.
    pub problems: Vec<(Field, Problem)>,
    /// Random text: a form that is sent twice with the same is one application.
    pub token: String,
    /// The fields for which a file came.
    pub chosen: Vec<Field>,
    /// The most bytes a file may have.
    pub max_document: u64,
}

/// What a browser offers to choose from; the content decides.
const ACCEPT: &str = ".pdf,.docx,.odt,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document,\
    application/vnd.oasis.opendocument.text";

/// The same for pictures.
const PICTURES: &str = ".png,.jpg,.jpeg,image/png,image/jpeg";

impl Form {
    /// Every problem, in the order of the form; chosen files do not survive a page that comes back, which is one of them.
    fn all_problems(&self, questions: &[Question]) -> Vec<(Field, Problem)> {
        let mut problems = self.problems.clone();
        let has = |field: Field| self.problems.iter().any(|(wrong, _)| *wrong == field);
        if !problems.is_empty() {
            let others = self.chosen.iter().copied().filter(|field| *field != Field::Cv);
            let again = std::iter::once(Field::Cv).chain(others).filter(|&field| !has(field));
            problems.extend(again.map(|field| (field, Problem::FileAgain)));
        }
        problems.sort_by_key(|(field, _)| field.place(questions));
        problems
    }
}

/// The form, empty or with what is wrong beside each field.
#[must_use]
pub fn page(frame: &Frame, posting: &Posting, due: Due, notice: &Notice, form: &Form) -> Page {
    let lang = frame.lang;
    let problems = form.all_problems(&posting.questions);
    let here = format!("/jobs/{}", posting.slug);
    provide_context(Kept { form: "application", address: format!("{here}/apply") });
    let title = lang.fill(Key::ApplyTitle, &[&posting.title]);
    provide_context(About {
        path: format!("{here}/apply"),
        title: title.clone(),
        description: lang.text(Key::ApplyLead).to_owned(),
        lang,
        data: None,
    });
    let title = if problems.is_empty() { title } else { ui::error_title(lang, &title) };
    let sealed = lang.fill(Key::ApplySealed, &[&posting.employer_name, &frame.date(due.erased_from)]);
    let (typed, questions) = (&form.typed, &posting.questions[..]);
    let ask = Asking { lang, written_in: posting_lang(frame, posting), questions, typed, problems: &problems };
    let main = view! {
        <div class="head">
            <a class="back" href=here.clone() lang=posting_lang(frame, posting)>{posting.title.clone()}</a>
            <h1>{lang.fill(Key::ApplyHeading, &[&posting.title])}</h1>
            <p class="lead">{lang.text(Key::ApplyLead)}</p>
        </div>
        {summary(lang, &problems, questions)}
        <ApplyComfort max=form.max_document lang=lang questions=questions.to_vec()/>
        // The island hides this while it sends.
        <div>
        <form class="form" id="application" method="post" action=format!("{here}/apply") enctype="multipart/form-data" novalidate>
            <input type="hidden" name="token" value=form.token.clone()/>
            // For the island: see `rules::bots`.
            <input type="hidden" name="proof"/>
            {ask.line(Field::FirstName, "text", "given-name", MAX_NAME, None)}
            {ask.line(Field::LastName, "text", "family-name", MAX_NAME, None)}
            {ask.line(Field::Email, "email", "email", MAX_EMAIL, Some(lang.text(Key::HintEmail)))}
            {ask.line(Field::Phone, "tel", "tel", MAX_PHONE, Some(lang.text(Key::HintPhone)))}
            {ask.message()}
            {ask.answers()}
            {ask.homepage()}
            {ask.disability()}
            {ask.notice(posting, notice)}
            {ask.cv(form.max_document)}
            {ask.answering_files(form.max_document)}
            {ask.documents(form.max_document)}
            <div class="stack">
                <p>{sealed}</p>
                <div class="row">
                    <button class="button primary">{lang.text(Key::ApplySend)}</button>
                </div>
            </div>
        </form>
        </div>
    };
    Page { title, main: main.into_any(), islands: true }
}

fn summary(lang: Lang, problems: &[(Field, Problem)], questions: &[Question]) -> Option<AnyView> {
    let line =
        |(field, problem): &(Field, Problem)| (field.code().to_owned(), form_problem_text(lang, *field, *problem, questions));
    let lines: Vec<_> = problems.iter().map(line).collect();
    let said = |title: Key, note: Key| Some(ui::problems_under(lang.text(title), Some(lang.text(note).to_owned()), &lines));
    match problems {
        [_, ..] if problems.iter().all(|(_, problem)| *problem == Problem::FileAgain) => {
            said(Key::FileAgainTitle, Key::TypedKept)
        }
        [(Field::Cv, Problem::NotStored), ..] => said(Key::TroubleUnavailable, Key::NotStoredNote),
        [(Field::Cv, Problem::SentBefore), ..] => said(Key::SentBeforeTitle, Key::SentBeforeNote),
        [(Field::Cv, Problem::HeldBack { .. }), ..] => said(Key::HeldBackTitle, Key::HeldBackNote),
        _ => ui::problems(lang, &lines),
    }
}

/// The fields, each with what was typed and what is wrong.
struct Asking<'a> {
    lang: Lang,
    /// The language of the posting, where it is not the reader's.
    written_in: Option<&'static str>,
    questions: &'a [Question],
    typed: &'a Typed,
    problems: &'a [(Field, Problem)],
}

impl Asking<'_> {
    fn problem(&self, field: Field) -> Option<Problem> {
        self.problems.iter().find(|(wrong, _)| *wrong == field).map(|(_, problem)| *problem)
    }

    fn error(&self, field: Field) -> Option<String> {
        self.problem(field).map(|problem| form_problem_text(self.lang, field, problem, self.questions))
    }

    fn ask(&self, field: Field) -> Ask {
        Ask::new(field.code(), field_label(self.lang, field, self.questions)).error(self.error(field))
    }

    fn line(&self, field: Field, kind: &'static str, complete: &'static str, max: usize, hint: Option<&'static str>) -> AnyView {
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

    fn message(&self) -> AnyView {
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
    fn homepage(&self) -> AnyView {
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
    fn disability(&self) -> AnyView {
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
    fn notice(&self, posting: &Posting, notice: &Notice) -> AnyView {
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

    fn documents(&self, max: u64) -> AnyView {
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

    fn cv(&self, max: u64) -> AnyView {
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

#[cfg(test)]
mod tests {
    use rules::retention::Months;

    use super::*;
    use crate::fixtures::{HOSTILE, assert_harmless, due, frame, html, notice, posting};

    fn typed(text: &str, notice: bool) -> Typed {
        let text = || text.to_owned();
        Typed { first_name: text(), last_name: text(), email: text(), phone: text(), message: text(), notice, ..Typed::default() }
    }

    fn form(lang: Lang, typed: Typed, problems: Vec<(Field, Problem)>) -> String {
        let form = Form { typed, problems, token: "abc".to_owned(), chosen: Vec::new(), max_document: 10 << 20 };
        html(|| page(&frame(lang), &posting("Optician"), due(), &notice("Mara Thiel"), &form))
    }

    #[test]
    fn the_token_comes_first_and_the_files_last() {
        let html = form(Lang::En, Typed::default(), vec![]);
        let names: Vec<_> =
            html.match_indices(" name=\"").filter_map(|(at, found)| html[at + found.len()..].split('"').next()).collect();
        assert_eq!(
            names,
            [
                "token",
                "proof",
                "first_name",
                "last_name",
                "email",
                "phone",
                "message",
                "answer_1",
                "answer_2",
                "answer_3",
                "answer_3",
                "answer_4",
                "answer_5",
                "homepage",
                "disability",
                "no_representative",
                "notice",
                "cv",
                "answer_6",
                "documents"
            ]
        );
    }

    #[test]
    fn the_field_for_programs_is_hidden_from_everybody_until_something_stands_in_it() {
        let hidden = "<div aria-hidden=\"true\" class=\"aside\">";
        let html = form(Lang::En, Typed::default(), vec![]);
        assert!(html.contains(hidden) && html.contains("tabindex=\"-1\"") && html.contains("leave this field empty"), "{html}");
        let filled = Typed { homepage: HOSTILE.to_owned(), ..Typed::default() };
        let html = form(Lang::En, filled, vec![(Field::Homepage, Problem::NotEmpty)]);
        assert_harmless(&html);
        assert!(!html.contains("aria-hidden") && !html.contains("tabindex=\"-1\" aria-describedby"), "{html}");
        assert!(html.contains("href=\"#homepage\""), "{html}");
    }

    #[test]
    fn a_form_that_is_held_back_says_in_words_what_to_do() {
        for &lang in Lang::ALL {
            let html = form(lang, typed("x", true), vec![(Field::Cv, Problem::HeldBack { minutes: 7 })]);
            assert!(html.contains(lang.text(Key::HeldBackTitle)) && html.contains("JavaScript"), "{html}");
            assert!(html.contains(" 7 ") && html.contains("data-again"), "{html}");
        }
    }

    #[test]
    fn everything_typed_comes_back_as_text() {
        let problems = vec![(Field::Email, Problem::NotAnEmail)];
        let html = form(Lang::De, typed(HOSTILE, true), problems);
        assert_harmless(&html);
        assert_eq!(html.matches("alert(1)").count(), 5, "five texts were typed: {html}");
        assert!(html.contains(" checked"), "{html}");
    }

    #[test]
    fn what_a_posting_says_and_asks_stays_text() {
        for problems in [vec![], vec![(Field::Email, Problem::NotAnEmail)]] {
            let form = Form { problems, token: "abc".to_owned(), max_document: 10 << 20, ..Form::default() };
            assert_harmless(&html(|| page(&frame(Lang::De), &posting(HOSTILE), due(), &notice(HOSTILE), &form)));
        }
    }

    #[test]
    fn lines_of_a_message_come_back_as_they_were() {
        let html = form(Lang::En, typed("\n\nDear all,\n  hello", false), vec![(Field::Notice, Problem::NoticeUnread)]);
        assert!(html.contains(">\n\n\nDear all,\n  hello</textarea>"), "{html}");
        assert!(form(Lang::En, Typed::default(), vec![]).contains("></textarea>"), "an empty message is empty");
    }

    #[test]
    fn n24_what_was_said_of_a_disability_comes_back_and_nothing_is_said_beforehand() {
        let stated = Typed { disability: true, no_representative: true, ..Typed::default() };
        let html = form(Lang::En, stated, vec![(Field::Email, Problem::Missing)]);
        assert_eq!(html.matches(" checked").count(), 2, "{html}");
        assert!(!form(Lang::En, Typed::default(), vec![]).contains(" checked"));
    }

    #[test]
    fn n24_whoever_declines_the_representative_and_states_nothing_is_told_so_beside_the_box() {
        for &lang in Lang::ALL {
            let declined = Typed { no_representative: true, ..typed("x", true) };
            let problem = (Field::NoRepresentative, Problem::NothingStated);
            let html = form(lang, declined, vec![problem]);
            let text = form_problem_text(lang, problem.0, problem.1, &[]);
            assert!(html.contains(&format!("<a href=\"#no_representative\">{text}</a>")), "{html}");
            assert!(html.contains(&format!("<p id=\"no_representative-error\" class=\"error\">{text}</p>")), "{html}");
            assert!(
                html.contains("aria-describedby=\"no_representative-hint no_representative-error\" aria-invalid=\"true\""),
                "{html}"
            );
            assert_eq!(html.matches(" checked").count(), 2, "the ticks stay: {html}");
        }
    }

    #[test]
    fn n19_the_notice_is_not_confirmed_beforehand() {
        assert!(!form(Lang::En, Typed::default(), vec![]).contains(" checked"));
    }

    #[test]
    fn n10_the_notice_in_short_states_the_period_of_this_posting() {
        for (lang, told) in [
            (Lang::De, ["einen Monat nach", "6 Monate nach", "12 Monate nach"]),
            (Lang::En, ["one month after", "6 months after", "12 months after"]),
            (Lang::Nl, ["één maand na", "6 maanden na", "12 maanden na"]),
        ] {
            for (months, told) in [1, 6, 12].into_iter().zip(told) {
                let mut posting = posting("Optician");
                posting.policy.months = Months::new(months).expect("a period");
                let html = html(|| page(&frame(lang), &posting, due(), &notice(""), &Form::default()));
                assert!(html.contains(told), "{told} is missing: {html}");
            }
        }
    }

    #[test]
    fn each_problem_stands_beside_its_field_and_in_the_summary() {
        for &lang in Lang::ALL {
            let problems = Typed::default().check(&[]).err().unwrap_or_default();
            let html = form(lang, Typed::default(), problems.clone());
            for (field, problem) in problems {
                let (code, text) = (field.code(), form_problem_text(lang, field, problem, &[]));
                assert!(html.contains(&format!("<a href=\"#{code}\">{text}</a>")), "{code} in the summary: {html}");
                assert!(
                    html.contains(&format!("id=\"{code}-error\" class=\"error\">{text}</p>")),
                    "{code} beside its field: {html}"
                );
                assert!(html.contains(&format!(" id=\"{code}\"")), "the summary leads to {code}: {html}");
            }
        }
    }

    #[test]
    fn a_form_that_comes_back_asks_for_the_other_documents_too_where_there_were_any() {
        for documents in [true, false] {
            let problems = vec![(Field::Email, Problem::NotAnEmail)];
            let chosen = if documents { vec![Field::Documents] } else { Vec::new() };
            let form = Form { typed: typed("x", true), problems, token: "abc".to_owned(), chosen, max_document: 10 << 20 };
            let html = html(|| page(&frame(Lang::En), &posting("Optician"), due(), &notice("Mara Thiel"), &form));
            assert_eq!(html.contains("href=\"#documents\""), documents, "{html}");
            assert_eq!(html.matches("data-again").count(), 1 + usize::from(documents), "{html}");
        }
    }

    #[test]
    fn a_form_that_comes_back_asks_for_the_file_again() {
        let html = form(Lang::En, typed("x", true), vec![(Field::Email, Problem::NotAnEmail)]);
        assert!(html.contains("href=\"#cv\"") && html.contains("data-again"), "{html}");
        let damaged = form(Lang::En, typed("x", true), vec![(Field::Cv, Problem::FileDamaged)]);
        assert!(!damaged.contains("data-again"), "{damaged}");
        assert!(!form(Lang::En, Typed::default(), vec![]).contains("href=\"#cv\""));
    }
}
