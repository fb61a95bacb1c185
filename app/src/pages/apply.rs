//! `/jobs/{slug}/apply`: the application form.

mod answers;
mod fields;
mod files;

use leptos::prelude::*;
use office::{careers::Posting, posting::Notice};
use rules::{
    form::{Field, MAX_EMAIL, MAX_NAME, MAX_PHONE, Problem, Typed},
    messages::{Key, Lang},
    question::Question,
    retention::Due,
};

use super::home::posting_lang;
use crate::{
    frame::Frame,
    islands::apply::ApplyComfort,
    shell::{About, Kept, Page},
    texts::{field_label, form_problem_text},
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
