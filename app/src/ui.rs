//! Pieces that pages share: one function for each thing in the vocabulary of `style/`.

use jiff::{Timestamp, civil::Date};
use leptos::prelude::*;
use rules::{
    application::{Outcome, Stage},
    form::{Field, check_field},
    messages::{Key, Lang},
    posting::State,
    retention::Due,
};

use crate::{frame::Frame, texts};

/// A calendar day, written out.
#[must_use]
pub fn day(frame: &Frame, day: Date) -> AnyView {
    view! { <time datetime=day.to_string()>{frame.lang.date(day)}</time> }.into_any()
}

/// A calendar day in short, for lists at the desk.
#[must_use]
pub fn short_day(frame: &Frame, day: Date) -> AnyView {
    view! { <time datetime=day.to_string()>{frame.lang.short_date(day)}</time> }.into_any()
}

/// The local day of an instant, written out.
#[must_use]
pub fn date(frame: &Frame, at: Timestamp) -> AnyView {
    view! { <time datetime=instant(frame, at)>{frame.date(at)}</time> }.into_any()
}

/// The local day of an instant in short.
#[must_use]
pub fn short_date(frame: &Frame, at: Timestamp) -> AnyView {
    view! { <time datetime=instant(frame, at)>{frame.lang.short_date(frame.day(at))}</time> }.into_any()
}

/// An instant to the minute, in short: 22 Nov 2026 at 16:44.
#[must_use]
pub fn moment(frame: &Frame, at: Timestamp) -> AnyView {
    view! { <time datetime=instant(frame, at)>{moment_text(frame, at)}</time> }.into_any()
}

/// The words of [`moment`].
#[must_use]
pub fn moment_text(frame: &Frame, at: Timestamp) -> String {
    let local = frame.zone.to_datetime(at);
    let time = format!("{:02}:{:02}", local.hour(), local.minute());
    frame.lang.fill(Key::At, &[&frame.lang.short_date(local.date()), &time])
}

/// An instant as `datetime` takes it, in the employer's time.
fn instant(frame: &Frame, at: Timestamp) -> String {
    let local = frame.zone.to_datetime(at);
    format!("{}T{:02}:{:02}", local.date(), local.hour(), local.minute())
}

/// A state in a word; `tone` is `info`, `good`, `due`, `bad` or `block`.
#[must_use]
pub fn badge(tone: &'static str, text: impl Into<String>) -> AnyView {
    view! { <span class="badge" data-tone=tone>{text.into()}</span> }.into_any()
}

/// How far an application is.
#[must_use]
pub fn stage(lang: Lang, stage: Stage) -> AnyView {
    view! { <span class="badge" data-stage=stage.code()>{lang.text(texts::stage(stage))}</span> }.into_any()
}

/// How an application ended.
#[must_use]
pub fn outcome(lang: Lang, outcome: Option<Outcome>) -> AnyView {
    view! { <span class="badge" data-outcome=outcome.map_or("none", Outcome::code)>{lang.text(texts::outcome(outcome))}</span> }
        .into_any()
}

/// Where a posting stands.
#[must_use]
pub fn posting_state(lang: Lang, state: State) -> AnyView {
    view! { <span class="badge" data-state=state.code().replace('_', "-")>{lang.text(texts::posting_state(state))}</span> }
        .into_any()
}

/// How near a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    /// More than thirty days away.
    Far,
    /// Thirty days or less.
    Soon,
    /// Past.
    Overdue,
    /// Held or restricted: it does not run.
    Paused,
    /// It has happened.
    Done,
}

impl Urgency {
    /// The urgency of `day`, seen from `today`.
    #[must_use]
    pub fn of(day: Date, today: Date) -> Self {
        match days_between(today, day) {
            ..0 => Self::Overdue,
            0..=30 => Self::Soon,
            _ => Self::Far,
        }
    }

    /// The word in `data-urgency`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Far => "far",
            Self::Soon => "soon",
            Self::Overdue => "overdue",
            Self::Paused => "paused",
            Self::Done => "done",
        }
    }
}

/// The days from `start` to `end`; negative when `end` came first.
#[must_use]
pub fn days_between(start: Date, end: Date) -> i32 {
    end.duration_since(start).as_hours().div_euclid(24).try_into().unwrap_or(i32::MAX)
}

/// The share of the time between `from` and `day` that is still left: 1 before it began, 0 when it is over.
#[must_use]
pub fn share_left(from: Date, day: Date, today: Date) -> f64 {
    let (whole, left) = (days_between(from, day).max(1), days_between(today, day));
    (f64::from(left) / f64::from(whole)).clamp(0.0, 1.0)
}

/// When something is due, in words where it is near: "in 24 days", "2 days overdue".
#[must_use]
pub fn due_words(lang: Lang, day: Date, today: Date) -> Option<String> {
    match days_between(today, day) {
        ..-1 => Some(lang.fill(Key::DueOverdueMany, &[&days_between(day, today).to_string()])),
        -1 => Some(lang.text(Key::DueOverdueOne).to_owned()),
        0 => Some(lang.text(Key::DueToday).to_owned()),
        1 => Some(lang.text(Key::DueTomorrow).to_owned()),
        days @ 2..=30 => Some(lang.fill(Key::DueInDays, &[&days.to_string()])),
        _ => None,
    }
}

/// The dwindling line beside a date; `share` of it is left.
#[must_use]
pub fn fuse(share: f64) -> AnyView {
    let end = (68.0 * share.clamp(0.0, 1.0)).round();
    view! {
        <svg class="fuse" viewBox="0 0 72 8" aria-hidden="true">
            <line x2="70" y1="4" y2="4"></line>
            <line x2=end.to_string() y1="4" y2="4"></line>
            <circle cx=end.max(3.0).to_string() cy="4" r="3.5"></circle>
        </svg>
    }
    .into_any()
}

/// A date that runs since `from`, with its line and a word about it; `text` is the day as it reads here.
#[must_use]
pub fn running(frame: &Frame, from: Date, day: Date, text: String, urgency: Urgency, remark: Option<String>) -> AnyView {
    let share = share_left(from, day, frame.day(frame.now));
    view! {
        <span class="due" data-urgency=urgency.code()>
            <time datetime=day.to_string()>{text}</time>
            {fuse(share)}
            {remark.map(|remark| view! { <small>{remark}</small> })}
        </span>
    }
    .into_any()
}

/// The day from which an application is erased, in short, counted from the day its clock starts.
#[must_use]
pub fn due(frame: &Frame, due: &Due, from: Date) -> AnyView {
    let (day, today) = (frame.day(due.erased_from), frame.day(frame.now));
    running(frame, from, day, frame.lang.short_date(day), Urgency::of(day, today), due_words(frame.lang, day, today))
}

/// A field of a form: what it is called, what helps, what is wrong.
pub struct Ask {
    id: String,
    label: String,
    label_in: Option<&'static str>,
    optional: bool,
    hint: Option<String>,
    hint_in: Option<&'static str>,
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
        let Self { id, label, label_in, optional, hint, hint_in, readable, error } = self;
        let label = match label_in {
            Some(label_in) => view! { <span lang=label_in>{label}</span> }.into_any(),
            None => label.into_any(),
        };
        view! {
            <div class="field">
                <label for=id.clone()>
                    {label}
                    {optional.then(|| view! { " " <span class="optional">{lang.text(Key::Optional)}</span> })}
                </label>
                {hint.map(|hint| view! { <p class="hint" id=format!("{id}-hint") lang=hint_in>{hint}</p> })}
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

/// The summary of what is wrong, each line leading to its control; nothing when nothing is wrong.
#[must_use]
pub fn problems(lang: Lang, problems: &[(String, String)]) -> Option<AnyView> {
    (!problems.is_empty()).then(|| problems_under(texts::problems_title(lang, problems.len()), None, problems))
}

/// The summary of what is wrong under a heading of its own, with a sentence before the list. It takes the focus.
#[must_use]
pub fn problems_under(title: impl Into<String>, note: Option<String>, problems: &[(String, String)]) -> AnyView {
    let lines: Vec<_> =
        problems.iter().map(|(id, text)| view! { <li><a href=format!("#{id}")>{text.clone()}</a></li> }).collect();
    view! {
        <div class="problems" role="alert" tabindex="-1" autofocus=true aria-labelledby="problems">
            <h2 id="problems">{title.into()}</h2>
            {note.map(|note| view! { <p>{note}</p> })}
            <ul>{lines}</ul>
        </div>
    }
    .into_any()
}

/// The title of a page that came back with problems.
#[must_use]
pub fn error_title(lang: Lang, title: &str) -> String {
    lang.fill(Key::ErrorTitle, &[title])
}

/// Nothing here, and what to do next.
#[must_use]
pub fn empty(title: impl Into<String>, text: impl Into<String>, next: Option<(String, String)>) -> AnyView {
    view! {
        <section class="empty">
            <h2>{title.into()}</h2>
            <p>{text.into()}</p>
            {next.map(|(href, label)| view! { <a class="button" href=href>{label}</a> })}
        </section>
    }
    .into_any()
}

/// A text with a piece of a page in the place of its `{}`.
#[must_use]
pub fn around(text: &'static str, inner: AnyView) -> AnyView {
    let (before, after) = text.split_once("{}").unwrap_or((text, ""));
    view! { {said(before)} {inner} {said(after)} }.into_any()
}

/// A line of text in which each e-mail address can be written to.
#[must_use]
pub fn linked(text: &str) -> AnyView {
    let piece = |word: &str| {
        let address = word.trim_matches(|c: char| !c.is_alphanumeric());
        match word.split_once(address) {
            Some((before, after)) if address.contains('@') && check_field(Field::Email, address, &[]).is_none() => {
                view! { {said(before)} <a href=format!("mailto:{address}")>{breakable(address)}</a> {said(after)} }.into_any()
            }
            _ => word.to_owned().into_any(),
        }
    };
    text.split_inclusive(char::is_whitespace).map(piece).collect_view().into_any()
}

/// A text that may be empty: an empty one would be rendered as a blank.
fn said(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// An e-mail address that breaks behind its `@` where it has to break.
#[must_use]
pub fn breakable(address: &str) -> AnyView {
    match address.split_once('@') {
        Some((local, domain)) => view! { {format!("{local}@")} <wbr/> {domain.to_owned()} }.into_any(),
        None => address.to_owned().into_any(),
    }
}

/// What happens one after the other, a line for each step.
#[must_use]
pub fn steps(text: &str) -> AnyView {
    let lines: Vec<_> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    match lines.as_slice() {
        [one] => view! { <p>{linked(one)}</p> }.into_any(),
        lines => {
            let items: Vec<_> = lines.iter().map(|line| view! { <li>{linked(line)}</li> }).collect();
            view! { <ol>{items}</ol> }.into_any()
        }
    }
}

/// A remark: who, when, what; `badge` stands behind the date.
#[must_use]
pub fn remark(frame: &Frame, who: String, at: Timestamp, badge: Option<AnyView>, text: String) -> AnyView {
    view! {
        <li>
            <p>
                <b>{who}</b>
                ", "
                {short_date(frame, at)}
                {badge.map(|badge| view! { " " {badge} })}
            </p>
            <p class="words">{text}</p>
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_date_is_soon_from_thirty_days_on_and_overdue_the_day_after() {
        let today = date(2026, 11, 22);
        for (day, urgency) in [
            (date(2026, 11, 21), Urgency::Overdue),
            (date(2026, 11, 22), Urgency::Soon),
            (date(2026, 12, 22), Urgency::Soon),
            (date(2026, 12, 23), Urgency::Far),
        ] {
            assert_eq!(Urgency::of(day, today), urgency, "{day} seen from {today}");
        }
    }

    #[test]
    fn near_dates_are_said_in_days() {
        let today = date(2026, 11, 22);
        for (day, words) in [
            (date(2026, 11, 20), Some("2 days overdue")),
            (date(2026, 11, 21), Some("1 day overdue")),
            (date(2026, 11, 22), Some("today")),
            (date(2026, 11, 23), Some("tomorrow")),
            (date(2026, 12, 16), Some("in 24 days")),
            (date(2027, 1, 16), None),
        ] {
            assert_eq!(due_words(Lang::En, day, today).as_deref(), words, "{day} seen from {today}");
        }
    }

    #[test]
    fn the_line_is_whole_before_the_clock_starts_and_gone_at_its_end() {
        let (from, day) = (date(2026, 8, 31), date(2027, 3, 1));
        assert_eq!(share_left(from, day, date(2026, 8, 1)), 1.0);
        assert_eq!(share_left(from, day, date(2027, 3, 2)), 0.0);
        assert!((share_left(from, day, date(2026, 11, 30)) - 0.5).abs() < 0.01);
    }

    #[test]
    fn an_address_in_a_line_can_be_written_to() {
        let line = linked("Write to (jobs@a.example).").to_html().replace("<!>", "");
        assert_eq!(line, "Write to (<a href=\"mailto:jobs@a.example\">jobs@<wbr>a.example</a>).");
    }

    #[test]
    fn a_field_names_what_describes_it_in_reading_order() {
        let ask = Ask::new("note", "Note").hint("About the work").readable().error(Some("Empty".to_owned()));
        assert_eq!(ask.by().as_deref(), Some("note-hint note-readable note-error"));
        assert_eq!(Ask::new("note", "Note").by(), None);
    }
}
