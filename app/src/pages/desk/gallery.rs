//! `/office/gallery`: every piece of which the pages are made, by the same functions that make the pages. Only a demonstration has it.

use jiff::{Span, civil::Date};
use leptos::prelude::*;
use rules::{
    application::{Outcome, Stage},
    brand::Palette,
    form::Problem,
    messages::Key,
    posting::State,
};

use super::{
    form::{Form, problems, titled},
    parts::{alert, head, muted, pager, panel},
};
use crate::{
    frame::{Draft, Frame},
    shell::Page,
    texts,
    ui::{self, Question, Urgency, tokens::TOKENS},
};

/// Where it is.
pub const ADDRESS: &str = "/office/gallery";

/// The name of the form, for its [`Draft`].
pub const FORM: &str = "gallery";

/// Every piece. `own` is the palette that the site has of its own, and `draft` the form with everything wrong.
#[must_use]
pub fn page(frame: &Frame, own: Option<&Palette>, draft: &Draft) -> Page {
    let title = frame.lang.text(Key::NavGallery);
    let main = view! {
        {head(None, title.to_owned(), Some(muted(frame.lang.text(Key::GalleryText))), None)}
        {problems(frame, draft, true, |field| if field == "choice" { Key::GalleryMeaning } else { Key::Name })}
        {colours(frame, own)}
        {letters(frame)}
        {spaces(frame)}
        {buttons(frame)}
        {form(frame, draft)}
        {states(frame)}
        {dates(frame)}
        {messages(frame)}
        {asking(frame)}
        {folds(frame)}
        {lists(frame)}
        {ui::empty(
            frame.lang.text(Key::GalleryEmpty),
            frame.lang.text(Key::GalleryMessage),
            Some(("/office".to_owned(), frame.lang.text(Key::NavStart).to_owned())),
        )}
    };
    Page { title: titled(frame.lang, title, draft), main: main.into_any(), islands: false }
}

/// The form as it comes back with everything wrong that can be.
#[must_use]
pub fn wrong() -> Draft {
    Draft { form: FORM, problems: vec![("name", Problem::Missing), ("choice", Problem::NotAChoice)], ..Draft::default() }
}

fn colours(frame: &Frame, own: Option<&Palette>) -> AnyView {
    let lang = frame.lang;
    let column = |key: Key| view! { <th scope="col">{lang.text(key)}</th> };
    let rows: Vec<_> = TOKENS
        .iter()
        .map(|token| {
            let ratio = |ratio: f64| texts::tenth(lang, ratio);
            let contrast =
                token.contrast(own).map_or("–".to_owned(), |(day, night)| format!("{} / {}", ratio(day), ratio(night)));
            let hex = token.shades(own).map(|shades| format!("{} {}", shades.day, shades.night));
            view! {
                <tr>
                    <td>
                        <svg viewBox="0 0 40 24" width="40" height="24" aria-hidden="true">
                            <rect
                                x="1"
                                y="1"
                                width="38"
                                height="22"
                                rx="4"
                                fill=format!("var({})", token.name)
                                stroke="var(--edge)"
                            ></rect>
                        </svg>
                    </td>
                    <th scope="row"><code>{token.name}</code></th>
                    <td data-label=lang.text(Key::GalleryMeaning)>{lang.text(token.meaning)}</td>
                    <td data-label=lang.text(Key::GalleryColour)><code>{hex}</code></td>
                    <td class="num" data-label=lang.text(Key::GalleryContrast)>{contrast}</td>
                </tr>
            }
        })
        .collect();
    let inside = view! {
        <p>{lang.text(Key::GalleryColoursText)}</p>
        <table class="table">
            <thead>
                <tr>
                    <th scope="col"><span class="unseen">{lang.text(Key::GalleryColours)}</span></th>
                    {column(Key::Name)}
                    {column(Key::GalleryMeaning)}
                    {column(Key::GalleryColour)}
                    <th scope="col" class="num">{lang.text(Key::GalleryContrast)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    panel("colours", lang.text(Key::GalleryColours), None, inside)
}

fn letters(frame: &Frame) -> AnyView {
    let steps = (1..=7).rev().map(|step| {
        let size = format!("var(--t{step})");
        view! {
            <p class="row">
                <code>{format!("--t{step}")}</code>
                <svg width="220" height="56" role="img" aria-label=frame.lang.text(Key::ProductName)>
                    <text x="0" y="44" font-size=size fill="var(--ink)">{frame.lang.text(Key::ProductName)}</text>
                </svg>
            </p>
        }
    });
    panel("letters", frame.lang.text(Key::GalleryType), None, steps.collect_view())
}

fn spaces(frame: &Frame) -> AnyView {
    let steps = (1..=8).map(|step| {
        view! {
            <p class="row">
                <code>{format!("--s{step}")}</code>
                // One dash as long as the space.
                <svg width="80" height="10" aria-hidden="true">
                    <line
                        y1="5"
                        x2="80"
                        y2="5"
                        stroke="var(--accent)"
                        stroke-width="10"
                        stroke-dasharray=format!("var(--s{step}) 80")
                    ></line>
                </svg>
            </p>
        }
    });
    panel("spaces", frame.lang.text(Key::GallerySpace), None, steps.collect_view())
}

fn buttons(frame: &Frame) -> AnyView {
    let lang = frame.lang;
    let inside = view! {
        <p class="row">
            <button class="button primary" type="button">{lang.text(Key::GalleryPrimary)}</button>
            <button class="button" type="button">{lang.text(Key::GalleryPlain)}</button>
            <button class="button danger" type="button">{lang.text(Key::GalleryDanger)}</button>
            <button class="button quiet" type="button">{lang.text(Key::GalleryQuiet)}</button>
            <button class="button" type="button" disabled>
                {lang.text(Key::GalleryOff)}
            </button>
        </p>
    };
    panel("buttons", lang.text(Key::GalleryButtons), None, inside)
}

fn form(frame: &Frame, draft: &Draft) -> AnyView {
    let lang = frame.lang;
    let form = Form::new(frame, draft, FORM);
    let (yes, no) = (lang.text(Key::GalleryPrimary).to_owned(), lang.text(Key::GalleryPlain).to_owned());
    let choices = || vec![("yes", yes.clone(), true), ("no", no.clone(), false)];
    let options = vec![("yes".to_owned(), yes.clone()), ("no".to_owned(), no.clone())];
    let today = frame.day(frame.now).to_string();
    let inside = view! {
        <p><a href=format!("{ADDRESS}?wrong=1")>{lang.text(Key::GalleryWrong)}</a></p>
        <div class="form">
            {form.field("name", Key::Name, "").hint(lang.text(Key::GalleryHint)).line()}
            {form.field("place", Key::FieldPhone, "").optional().line()}
            {form.choices("radio", "choice", Key::GalleryMeaning, true, choices())}
            {form.choices("checkbox", "choices", Key::ColumnState, false, choices())}
            {form.field("select", Key::ColumnStage, "no").select(options)}
            {form.field("day", Key::ColumnReceived, &today).day(None, None)}
            {form.field("number", Key::GalleryContrast, "7").number("1", "21")}
            {form.field("colour", Key::GalleryColour, "#0a5260").colour()}
            {form.field("file", Key::FieldCv, "").file(".pdf")}
            {form.field("text", Key::CommentsTitle, "").readable().area("2")}
        </div>
    };
    panel("form", lang.text(Key::GalleryForm), None, inside)
}

fn states(frame: &Frame) -> AnyView {
    let lang = frame.lang;
    let spaced = |badges: Vec<AnyView>| view! { <p class="row">{badges}</p> };
    let outcomes = std::iter::once(None).chain(Outcome::ALL.iter().copied().map(Some));
    let tones = [
        ("info", Key::GalleryAccent),
        ("good", Key::GalleryGood),
        ("due", Key::GalleryEmber),
        ("bad", Key::GalleryAlarm),
        ("block", Key::GalleryBlock),
    ];
    let inside = view! {
        {spaced(Stage::ALL.iter().map(|&stage| ui::stage(lang, stage)).collect())}
        {spaced(outcomes.map(|outcome| ui::outcome(lang, outcome)).collect())}
        {spaced(State::ALL.iter().map(|&state| ui::posting_state(lang, state)).collect())}
        <ul class="stack">
            {tones
                .into_iter()
                .map(|(tone, meaning)| view! { <li class="row">{ui::badge(tone, tone)} " " {lang.text(meaning)}</li> })
                .collect_view()}
        </ul>
    };
    panel("states", lang.text(Key::GalleryBadges), None, inside)
}

/// A date of each urgency, each with the way it has come.
fn dates(frame: &Frame) -> AnyView {
    let (lang, today) = (frame.lang, frame.day(frame.now));
    let from = today.saturating_sub(Span::new().days(120));
    let day = |days: i64| today.saturating_add(Span::new().days(days));
    let of = |day: Date, urgency| ui::running(frame, from, day, lang.short_date(day), urgency, ui::due_words(lang, day, today));
    let dates = [
        of(day(200), Urgency::Far),
        of(day(24), Urgency::Soon),
        of(day(-2), Urgency::Overdue),
        of(day(60), Urgency::Paused),
        of(day(-40), Urgency::Done),
    ];
    let inside = view! { <ul class="stack">{dates.into_iter().map(|date| view! { <li>{date}</li> }).collect_view()}</ul> };
    panel("dates", lang.text(Key::GalleryDates), None, inside)
}

fn messages(frame: &Frame) -> AnyView {
    let lang = frame.lang;
    let text = || view! { <p>{lang.text(Key::GalleryMessage)}</p> };
    let inside = view! {
        {alert("m-info", "info", lang.text(Key::GalleryAccent), text())}
        {alert("m-good", "good", lang.text(Key::GalleryGood), text())}
        {alert("m-due", "due", lang.text(Key::GalleryEmber), text())}
        {alert("m-bad", "bad", lang.text(Key::GalleryAlarm), text())}
        {alert("m-block", "block", lang.text(Key::GalleryBlock), text())}
    };
    panel("messages", lang.text(Key::GalleryMessages), None, inside)
}

fn asking(frame: &Frame) -> AnyView {
    let lang = frame.lang;
    let question = Question {
        id: "gallery-dialog".to_owned(),
        opens: lang.text(Key::GalleryAskOpen).to_owned(),
        about: None,
        title: lang.text(Key::GalleryAskAct).to_owned(),
        text: lang.text(Key::GalleryAskText).to_owned(),
        action: ADDRESS.to_owned(),
        act: lang.text(Key::GalleryAskAct).to_owned(),
    };
    let inside = view! {
        <p>{lang.text(Key::GalleryAskText)}</p>
        <div>{ui::dialog(lang, question)}</div>
    };
    panel("asking", lang.text(Key::GalleryAsk), None, inside)
}

fn folds(frame: &Frame) -> AnyView {
    let lang = frame.lang;
    let text = lang.text(Key::GalleryMessage);
    let inside = view! {
        <details class="fold">
            <summary>{lang.text(Key::GalleryFoldTitle)}</summary>
            <p>{text}</p>
        </details>
        <ol class="course">
            <li>{lang.text(Key::PostingDraft)}</li>
            <li aria-current="step">{lang.text(Key::PostingOpen)}</li>
            <li>{lang.text(Key::CourseIntakeEnds)}</li>
            <li class="end">{lang.text(Key::ErasedFrom)}</li>
        </ol>
        <p>
            <label for="gallery-progress">{lang.text(Key::GalleryProgress)}</label>
            <progress id="gallery-progress" max="100" value="62"></progress>
        </p>
    };
    panel("folds", lang.text(Key::GalleryFold), None, inside)
}

fn lists(frame: &Frame) -> AnyView {
    let lang = frame.lang;
    let text = lang.text(Key::GalleryMessage);
    let inside = view! {
        <dl class="facts">
            <dt>{lang.text(Key::Name)}</dt>
            <dd>"Jana Vogt"</dd>
            <dt>{lang.text(Key::ColumnReceived)}</dt>
            <dd>{ui::moment(frame, frame.now)}</dd>
        </dl>
        <ul class="remarks">
            {ui::remark(
                frame,
                "Jana Vogt".to_owned(),
                frame.now,
                Some(ui::badge("good", lang.text(Key::GalleryGood))),
                text.to_owned(),
            )}
        </ul>
        {pager(lang, None, Some(ADDRESS.to_owned()))}
    };
    panel("lists", lang.text(Key::GalleryLists), Some(2), inside)
}

#[cfg(test)]
mod tests {
    use rules::{access::Role, messages::Lang};

    use super::*;
    use crate::fixtures::{desk_frame, html};

    #[test]
    fn every_state_and_every_urgency_is_there_in_every_language() {
        for &lang in Lang::ALL {
            let html = html(|| page(&desk_frame(lang, Role::Hr), None, &Draft::default()));
            let states = Stage::ALL.iter().map(|stage| format!("data-stage=\"{}\"", stage.code()));
            let states = states.chain(Outcome::ALL.iter().map(|outcome| format!("data-outcome=\"{}\"", outcome.code())));
            let states =
                states.chain(State::ALL.iter().map(|state| format!("data-state=\"{}\"", state.code().replace('_', "-"))));
            let urgencies = ["far", "soon", "overdue", "paused", "done"].map(|code| format!("data-urgency=\"{code}\""));
            for shown in states.chain(urgencies) {
                assert!(html.contains(&shown), "{shown} is missing in {lang:?}");
            }
            assert!(!html.contains("style="), "{html}");
        }
    }

    #[test]
    fn each_colour_states_its_contrast() {
        let html = html(|| page(&desk_frame(Lang::En, Role::Hr), None, &Draft::default()));
        for token in &TOKENS {
            assert!(html.contains(&format!("<code>{}</code>", token.name)), "{} is missing", token.name);
            if let Some((day, night)) = token.contrast(None) {
                let stated = format!("{} / {}", texts::tenth(Lang::En, day), texts::tenth(Lang::En, night));
                assert!(html.contains(&stated), "{}: {stated} is missing", token.name);
            }
        }
    }

    #[test]
    fn with_everything_wrong_the_summary_leads_to_each_field() {
        let html = html(|| page(&desk_frame(Lang::En, Role::Hr), None, &wrong()));
        assert_eq!(html.matches("href=\"#gallery-").count(), wrong().problems.len(), "{html}");
        assert_eq!(html.matches("class=\"error\"").count(), wrong().problems.len(), "{html}");
    }
}
