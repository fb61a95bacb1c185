//! `/office/requests`: what people ask about their data (chapter III GDPR), until when it is answered, and the answer.

use jiff::civil::Date;
use leptos::prelude::*;
use office::requests::{RemarkToCheck, RequestLine, RequestView};
use rules::{
    access::Action,
    application::NoteKind,
    id::{ApplicationId, RequestId},
    messages::{Key, Lang},
    request::{Identity, Reply, RequestChannel, RequestKind, Verdict, needs_identity},
};

use super::{
    form::{Form, problems, titled},
    parts::{alert, head, muted, panel, short_id},
};
use crate::{
    frame::{Draft, Frame},
    pages::applicant::copy::{answered, kind},
    shell::Page,
    texts,
    ui::{self, Urgency},
};

/// Where they are.
pub const ADDRESS: &str = "/office/requests";

/// The list, and the form for one that came in another way; about `application` where it was asked from there.
#[must_use]
pub fn page(frame: &Frame, lines: &[RequestLine], application: Option<&ApplicationId>, draft: &Draft) -> Page {
    let lang = frame.lang;
    let title = lang.text(Key::NavRequests);
    let (waiting, done): (Vec<&RequestLine>, Vec<&RequestLine>) = lines.iter().partition(|line| line.answered.is_none());
    let list = match lines.is_empty() {
        true => ui::empty(lang.text(Key::RequestsEmptyTitle), lang.text(Key::RequestsEmptyText), None),
        false => view! {
            {panel("waiting", lang.text(Key::RequestsWaiting), Some(waiting.len()), table(frame, &waiting))}
            {(!done.is_empty()).then(|| panel("done", lang.text(Key::RequestsDone), Some(done.len()), table(frame, &done)))}
        }
        .into_any(),
    };
    let main = view! {
        {head(None, title.to_owned(), Some(muted(lang.text(Key::RequestsDeadline))), None)}
        {problems(frame, draft, true, label)}
        {list}
        {frame.may(Action::AnswerRequest).then(|| enter(frame, application, draft))}
    };
    Page { title: titled(lang, title, draft), main: main.into_any(), islands: false }
}

fn label(field: &str) -> Key {
    match field {
        "kind" => Key::RequestKindLabel,
        "channel" => Key::RequestChannelLabel,
        "identity" => Key::RequestIdentity,
        "received_on" => Key::RequestReceivedOn,
        _ => Key::RequestReplyText,
    }
}

fn table(frame: &Frame, lines: &[&RequestLine]) -> AnyView {
    let lang = frame.lang;
    if lines.is_empty() {
        return muted(lang.text(Key::RequestsNoneWaits));
    }
    let opens = frame.may(Action::AnswerRequest);
    let rows: Vec<_> = lines
        .iter()
        .map(|line| {
            let name = lang.text(kind(line.kind));
            let name = match opens {
                true => view! { <a href=format!("{ADDRESS}/{}", line.id)>{name}</a> }.into_any(),
                false => name.into_any(),
            };
            let about = line.title.clone().unwrap_or_else(|| lang.text(Key::RequestOfNobody).to_owned());
            view! {
                <tr>
                    <th scope="row">{name} " " {short_id(line.id.as_str())}</th>
                    <td data-label=lang.text(Key::ColumnPosting)>{about}</td>
                    <td data-label=lang.text(Key::RequestReceivedOn)>
                        <span>{ui::short_day(frame, line.received_on)} ", " {lang.text(channel(line.channel))}</span>
                    </td>
                    <td data-label=lang.text(Key::RequestAnswerBy)>{state(frame, line)}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <table class="table">
            <thead>
                <tr>
                    <th scope="col">{lang.text(Key::RequestKindLabel)}</th>
                    <th scope="col">{lang.text(Key::ColumnPosting)}</th>
                    <th scope="col">{lang.text(Key::RequestReceivedOn)}</th>
                    <th scope="col">{lang.text(Key::RequestAnswerBy)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// Until when it is answered, or how it was.
fn state(frame: &Frame, line: &RequestLine) -> AnyView {
    let lang = frame.lang;
    match &line.answered {
        Some((day, answer)) => {
            let said = answered(answer).map_or("", |key| lang.text(key));
            view! { <span>{ui::short_day(frame, *day)} ": " {said}</span> }.into_any()
        }
        None => {
            let (day, today) = (line.answer_by, frame.day(frame.now));
            let urgency = match Urgency::of(day, today) {
                Urgency::Soon if ui::days_between(today, day) > 10 => Urgency::Far,
                urgency => urgency,
            };
            ui::running(frame, line.received_on, day, lang.short_date(day), urgency, ui::due_words(lang, day, today))
        }
    }
}

/// How it came, in words.
const fn channel(channel: RequestChannel) -> Key {
    match channel {
        RequestChannel::Status => Key::ChannelStatus,
        RequestChannel::Mail => Key::ChannelMail,
        RequestChannel::Phone => Key::ChannelPhone,
        RequestChannel::Letter => Key::ChannelLetter,
    }
}

/// How it is known who asks, in words.
const fn identity(identity: Identity) -> Key {
    match identity {
        Identity::Code => Key::IdentityCode,
        Identity::Call => Key::IdentityCall,
        Identity::Person => Key::IdentityPerson,
        Identity::Open => Key::IdentityOpen,
    }
}

/// How somebody at the desk can know who asks: a code is shown at the status page.
fn identities(lang: Lang, chosen: Identity) -> Vec<(&'static str, String, bool)> {
    [Identity::Open, Identity::Call, Identity::Person]
        .iter()
        .map(|&one| (one.code(), lang.text(identity(one)).to_owned(), one == chosen))
        .collect()
}

fn enter(frame: &Frame, application: Option<&ApplicationId>, draft: &Draft) -> AnyView {
    let lang = frame.lang;
    let form = Form::new(frame, draft, "enter");
    let today = frame.day(frame.now).to_string();
    let about = form.value("application", application.map_or("", ApplicationId::as_str));
    let about_text = match about.is_empty() {
        true => view! { <p>{lang.text(Key::RequestEnterNobody)}</p> }.into_any(),
        false => view! { <p>{lang.text(Key::RequestEnterAbout)} " " {short_id(&about)}</p> }.into_any(),
    };
    let kinds = RequestKind::ALL.iter().map(|&one| (one.code().to_owned(), lang.text(kind(one)).to_owned())).collect();
    let channels = [RequestChannel::Mail, RequestChannel::Phone, RequestChannel::Letter]
        .iter()
        .map(|&one| (one.code().to_owned(), lang.text(channel(one)).to_owned()))
        .collect();
    let inside = view! {
        <details class="fold" open=form.came_back() || application.is_some()>
            <summary>{lang.text(Key::RequestEnter)}</summary>
            <form class="form" method="post" action=ADDRESS novalidate>
                {about_text}
                <input type="hidden" name="application" value=about/>
                {form.field("kind", Key::RequestKindLabel, RequestKind::Information.code()).select(kinds)}
                {form.field("channel", Key::RequestChannelLabel, RequestChannel::Mail.code()).select(channels)}
                {form.field("received_on", Key::RequestReceivedOn, &today).day(None, Some(today.clone()))}
                {form.choices("radio", "identity", Key::RequestIdentity, false, identities(lang, Identity::Open))}
                <div class="row">
                    <button class="button">{lang.text(Key::RequestEnterSend)}</button>
                </div>
            </form>
        </details>
    };
    panel("enter", lang.text(Key::RequestEnterTitle), None, inside)
}

/// One request.
#[must_use]
pub fn request(frame: &Frame, view: &RequestView, draft: &Draft) -> Page {
    let lang = frame.lang;
    let line = &view.line;
    let title = lang.text(kind(line.kind));
    let back = Some((ADDRESS.to_owned(), lang.text(Key::NavRequests).to_owned()));
    let place = format!("{ADDRESS}/{}", line.id);
    let waits = line.answered.is_none();
    let main = view! {
        {head(back, title.to_owned(), Some(muted(line.title.clone().unwrap_or_default())), None)}
        {problems(frame, draft, true, label)}
        <div class="split">
            <div class="stack">
                {said(lang, view)}
                {(!view.remarks.is_empty()).then(|| remarks(frame, view, &place, draft))}
                {waits.then(|| answer(frame, view, &place, draft))}
            </div>
            <aside class="stack">
                {facts(frame, view)}
                {(waits && line.channel != RequestChannel::Status).then(|| identify(frame, line, &place, draft))}
            </aside>
        </div>
    };
    Page { title: titled(lang, title, draft), main: main.into_any(), islands: false }
}

fn facts(frame: &Frame, view: &RequestView) -> AnyView {
    let lang = frame.lang;
    let line = &view.line;
    let person = view.contact.as_ref().map(|contact| {
        view! { <dt>{lang.text(Key::Name)}</dt> " " <dd>{contact.name()}</dd> }
    });
    let application = line.application.as_ref().map(|id| {
        view! {
            <dt>{lang.text(Key::RequestAbout)}</dt>
            " "
            <dd><a href=format!("/office/applications/{id}")>{lang.text(Key::RequestApplication)}</a></dd>
        }
    });
    let inside = view! {
        <dl class="facts">
            {person}
            {application}
            <dt>{lang.text(Key::RequestReceivedOn)}</dt>
            " "
            <dd>{ui::day(frame, line.received_on)} ", " {lang.text(channel(line.channel))}</dd>
            <dt>{lang.text(Key::RequestAnswerBy)}</dt>
            " "
            <dd>{state(frame, line)}</dd>
            <dt>{lang.text(Key::RequestIdentity)}</dt>
            " "
            <dd>{lang.text(identity(line.identity))}</dd>
        </dl>
    };
    panel("facts", lang.text(Key::RequestFacts), None, inside)
}

/// What was asked, and answered.
fn said(lang: Lang, view: &RequestView) -> AnyView {
    let words = |text: &str| match text.is_empty() {
        true => muted(lang.text(Key::RequestNoWords)),
        false => view! { <p class="words">{text.to_owned()}</p> }.into_any(),
    };
    let replied = view.line.answered.is_some().then(|| {
        view! { <h3>{lang.text(Key::RequestReplied)}</h3> {words(&view.replied)} }
    });
    let inside = view! { {words(&view.asked)} {replied} };
    panel("asked", lang.text(Key::RequestAsked), None, inside)
}

fn identify(frame: &Frame, line: &RequestLine, place: &str, draft: &Draft) -> AnyView {
    let lang = frame.lang;
    let form = Form::new(frame, draft, "identify");
    let inside = view! {
        <form class="form" method="post" action=place.to_owned()>
            <p>{lang.text(Key::IdentityText)}</p>
            {form.choices("radio", "identity", Key::RequestIdentity, false, identities(lang, line.identity))}
            <div class="row">
                <button class="button" name="act" value="identify">{lang.text(Key::IdentitySend)}</button>
            </div>
        </form>
    };
    panel("identify", lang.text(Key::IdentityTitle), None, inside)
}

/// Each remark, for somebody to look whether it says something of others.
fn remarks(frame: &Frame, view: &RequestView, place: &str, draft: &Draft) -> AnyView {
    let lang = frame.lang;
    let left = view.remarks.iter().filter(|remark| remark.decided.is_none()).count();
    let lines: Vec<_> = view.remarks.iter().enumerate().map(|(nth, remark)| to_check(frame, nth, remark, place, draft)).collect();
    let inside = view! {
        <p>{lang.text(Key::CheckText)}</p>
        <ul class="remarks">{lines}</ul>
    };
    panel("remarks", lang.text(Key::CheckTitle), Some(left), inside)
}

fn to_check(frame: &Frame, nth: usize, remark: &RemarkToCheck, place: &str, draft: &Draft) -> AnyView {
    let lang = frame.lang;
    // Each has a form of its own; only the one that was sent comes back.
    let none = Draft::default();
    let mine = draft.value("disclose", "remark") == remark.id;
    // What is wrong leads to the one that came back.
    let form = if mine { Form::new(frame, draft, "disclose") } else { Form::new(frame, &none, "disclose").of_nth(nth) };
    let what = match remark.kind {
        Some(NoteKind::Note) => Key::SectionNotes,
        Some(NoteKind::Comment) => Key::SectionComments,
        None => Key::OwnReason,
    };
    let chosen = |verdict: Verdict| remark.decided.as_ref().is_some_and(|(decided, _)| *decided == verdict);
    let choices = vec![
        (Verdict::Whole.code(), lang.text(Key::CheckWhole).to_owned(), chosen(Verdict::Whole)),
        (Verdict::Redacted.code(), lang.text(Key::CheckRedacted).to_owned(), chosen(Verdict::Redacted)),
        (Verdict::Withheld.code(), lang.text(Key::CheckWithheld).to_owned(), chosen(Verdict::Withheld)),
    ];
    let beginning = remark.decided.as_ref().map_or(remark.text.as_str(), |(_, text)| text.as_str());
    let badge = match remark.decided {
        Some(_) => ui::badge("good", lang.text(Key::CheckDone)),
        None => ui::badge("due", lang.text(Key::CheckOpen)),
    };
    view! {
        <li>
            <p class="row">
                <strong>{lang.text(what)}</strong> " " <span class="muted">{lang.text(texts::role(remark.role))}</span> " " {badge}
            </p>
            <p class="words">{remark.text.clone()}</p>
            <details class="fold" open=mine || remark.decided.is_none()>
                <summary>{lang.text(Key::CheckOpenForm)}</summary>
                <form class="form" method="post" action=place.to_owned() novalidate>
                    <input type="hidden" name="remark" value=remark.id.clone()/>
                    <input type="hidden" name="version" value=remark.version.to_string()/>
                    {form.choices("radio", "verdict", Key::CheckQuestion, false, choices)}
                    {form.field("text", Key::CheckWords, beginning).hint(lang.text(Key::CheckWordsHint)).readable().optional().area("3")}
                    <div class="row">
                        <button class="button" name="act" value="disclose">{lang.text(Key::CheckSend)}</button>
                    </div>
                </form>
            </details>
        </li>
    }
    .into_any()
}

/// The answer: as asked, or a refusal with its reason; each begins with words that fit.
fn answer(frame: &Frame, view: &RequestView, place: &str, draft: &Draft) -> AnyView {
    let lang = frame.lang;
    let line = &view.line;
    let unchecked = view.remarks.iter().any(|remark| remark.decided.is_none());
    let unknown = line.identity == Identity::Open && needs_identity(line.kind);
    let first = (unchecked || unknown).then(|| {
        let key = if unknown { Key::RefusedIdentity } else { Key::RefusedUnchecked };
        alert("first", "due", lang.text(Key::AnswerNotYet), view! { <p>{lang.text(key)}</p> })
    });
    // In the language of whoever reads it.
    let theirs = view.language.unwrap_or(lang);
    let one = |name: &'static str, reply: Reply, summary: Key, words: &str, send: Key, hint: Key| {
        let form = Form::new(frame, draft, name);
        view! {
            <details class="fold" open=form.came_back()>
                <summary>{lang.text(summary)}</summary>
                <form class="form" method="post" action=place.to_owned() novalidate>
                    {form.field("text", Key::RequestReplyText, words).hint(lang.text(hint)).readable().area("5")}
                    <div class="row">
                        <button class="button" name="act" value=reply.code()>{lang.text(send)}</button>
                    </div>
                </form>
            </details>
        }
    };
    let inside = view! {
        {first}
        <p>{lang.text(steps(line.kind))}</p>
        <div>
            {one(Reply::Granted.code(), Reply::Granted, Key::AnswerGrant, theirs.text(granted(line.kind)), Key::AnswerGrantSend, Key::AnswerGrantHint)}
            {one(Reply::Refused.code(), Reply::Refused, Key::AnswerRefuse, "", Key::AnswerRefuseSend, Key::AnswerRefuseHint)}
        </div>
    };
    panel("answer", lang.text(Key::AnswerTitle), None, inside)
}

/// What is to be done before the answer.
const fn steps(kind: RequestKind) -> Key {
    match kind {
        RequestKind::Information => Key::StepsInformation,
        RequestKind::Correction => Key::StepsCorrection,
        RequestKind::Erasure => Key::StepsErasure,
        RequestKind::Restriction => Key::StepsRestriction,
        RequestKind::Portability => Key::StepsPortability,
        RequestKind::Objection => Key::StepsObjection,
    }
}

/// The words with which an answer as asked begins.
const fn granted(kind: RequestKind) -> Key {
    match kind {
        RequestKind::Information | RequestKind::Portability => Key::WordsInformation,
        RequestKind::Correction => Key::WordsCorrection,
        RequestKind::Erasure => Key::WordsErasure,
        RequestKind::Restriction => Key::WordsRestriction,
        RequestKind::Objection => Key::WordsObjection,
    }
}

/// How urgent what waits is, from the first day on which something is due.
pub(super) fn tone(frame: &Frame, first: Option<Date>) -> Option<&'static str> {
    match ui::days_between(frame.day(frame.now), first?) {
        ..0 => Some("bad"),
        0..=7 => Some("due"),
        _ => None,
    }
}

/// Where a request about an application is entered.
#[must_use]
pub fn enter_address(id: &ApplicationId) -> String {
    format!("{ADDRESS}?application={id}")
}

/// Where one is read.
#[must_use]
pub fn address(id: &RequestId) -> String {
    format!("{ADDRESS}/{id}")
}
