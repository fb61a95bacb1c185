//! `/office/postings/{id}/releases`: several applications released at once.

use leptos::prelude::*;
use office::{careers::Posting, list::Line, standing::StandingRelease};
use rules::{application::Section, messages::Key};

use super::{
    application::{
        Audiences,
        releases::{body, fields},
    },
    applications::last_day,
    form::{Form, problems, titled},
    parts::{head, list, panel},
    posting::decide::ticks,
};
use crate::{
    frame::{Draft, Frame},
    shell::Page,
    texts, ui,
};

/// What can be released of applications that nobody has opened yet. A disability goes by a release of its own, and answers are there
/// where the posting asks.
fn offered(posting: &Posting) -> Vec<Section> {
    let is_offered = |section: &Section| match section {
        Section::Disability => false,
        Section::Answers => !posting.questions.is_empty(),
        _ => true,
    };
    Section::ALL.iter().copied().filter(is_offered).collect()
}

/// What the page shows beside the form.
pub struct Many<'a> {
    /// The undecided, each to be ticked.
    pub undecided: &'a [Line],
    /// Whether there are more of them.
    pub more: bool,
    /// What is released with every arrival.
    pub standing: &'a [StandingRelease],
}

fn label(field: &str) -> Key {
    match field {
        "ids" => Key::ReleaseManyWhich,
        "audience" => Key::ReleaseTo,
        "arrivals" => Key::StandingBox,
        "sections" => Key::ReleaseSections,
        _ => Key::ReleaseUntil,
    }
}

/// The undecided, each to be ticked, and what is released of them; and what is released of those that are still to come.
#[must_use]
pub fn page(frame: &Frame, posting: &Posting, many: &Many<'_>, audiences: &Audiences, draft: &Draft) -> Page {
    let undecided = many.undecided;
    let lang = frame.lang;
    let title = lang.text(Key::ReleaseManyTitle);
    let form = Form::new(frame, draft, "release-many");
    let table = (!undecided.is_empty()).then(|| ticks(frame, &form, undecided));
    // Nobody has applied yet, or everybody is decided: what comes in can still be released.
    let arrivals = posting.takes_applications(frame.day(frame.now));
    let whole = undecided.is_empty() && !arrivals;
    let inside = match whole {
        true => ui::empty(title, lang.text(Key::ReleaseManyNone), None),
        false => view! {
            <form class="form" method="post" action=format!("/office/postings/{}/releases", posting.id) novalidate>
                {form.error_text("ids", Key::ReleaseManyWhich)}
                {many.more.then(|| view! { <p class="alert" data-tone="info">{lang.fill(Key::ReleaseManyNewest, &[&undecided.len().to_string()])}</p> })}
                {table}
                {fields(frame, &form, audiences, &format!("department:{}", posting.department), &offered(posting), posting.blind)}
                {arrivals.then(|| with_arrivals(frame, &form))}
                <div class="row">
                    <button class="button primary">{lang.text(Key::ReleaseSend)}</button>
                </div>
            </form>
        }
        .into_any(),
    };
    let back = (format!("/office/postings/{}", posting.id), posting.title.clone());
    let main = view! {
        {head(Some(back), title.to_owned(), None, None)}
        {problems(frame, draft, !whole, label)}
        {standing(frame, posting, many.standing)}
        {inside}
    };
    Page { title: titled(lang, title, draft), main: main.into_any(), islands: false }
}

/// Whether what comes in later is released too.
fn with_arrivals(frame: &Frame, form: &Form<'_>) -> AnyView {
    let lang = frame.lang;
    let (id, hint) = (form.id("arrivals"), form.id("arrivals-hint"));
    let (invalid, error) = form.wrong("arrivals");
    let by = error.map_or_else(|| hint.clone(), |error| format!("{error} {hint}"));
    view! {
        <div class="choices">
            {form.error_text("arrivals", Key::StandingBox)}
            <div class="choice">
                <input
                    type="checkbox"
                    id=id.clone()
                    name="arrivals"
                    value="1"
                    checked=form.chose("arrivals", "1", false)
                    aria-describedby=by
                    aria-invalid=invalid
                />
                <label for=id>{lang.text(Key::StandingBox)}</label>
                <p class="hint" id=hint>{lang.text(Key::StandingBoxHint)}</p>
            </div>
        </div>
    }
    .into_any()
}

/// What is released with every arrival, each to be ended.
fn standing(frame: &Frame, posting: &Posting, standing: &[StandingRelease]) -> Option<AnyView> {
    let lang = frame.lang;
    let lines: Vec<_> = standing
        .iter()
        .map(|release| {
            let audience = body(lang, &release.audience);
            let names = list(release.sections.iter().map(|&section| lang.text(texts::section(section))));
            let until = lang.fill(Key::ReleaseUntilDay, &[&lang.date(last_day(frame, release.until))]);
            let shows = lang.count(release.applications, Key::StandingShowsOne, Key::StandingShowsMany);
            let label = lang.fill(Key::StandingEndOf, &[&audience]);
            view! {
                <li>
                    <p>{until} ", " {shows}</p>
                    <p>{lang.fill(Key::ReleaseSees, &[&audience, &names])}</p>
                    <form method="post" action=format!("/office/postings/{}/releases", posting.id)>
                        <input type="hidden" name="standing" value=release.id.to_string()/>
                        <button class="button" aria-label=label>{lang.text(Key::StandingEnd)}</button>
                    </form>
                </li>
            }
        })
        .collect();
    (!lines.is_empty()).then(|| {
        let inside = view! { <ul class="remarks">{lines}</ul> };
        panel("standing", lang.text(Key::StandingTitle), None, inside)
    })
}
