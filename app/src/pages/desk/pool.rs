//! `/office/pool`: who consented to be asked about other positions (docs/PROMISES.md, n15).

use leptos::prelude::*;
use office::kept::{PoolLine, Pooled};
use rules::{kept::WithdrawalChannel, messages::Key};

use super::{
    application::open_links,
    form::{Form, problems, titled},
    parts::{head, muted, panel},
};
use crate::{
    frame::{Draft, Frame},
    shell::Page,
    texts, ui,
};

/// Where they are.
pub const ADDRESS: &str = "/office/pool";

/// The name of the form by which a withdrawal is recorded.
pub const WITHDRAWAL: &str = "withdrawal";

/// The talent pool, by name.
#[must_use]
pub fn list(frame: &Frame, lines: &[PoolLine]) -> Page {
    let lang = frame.lang;
    let title = lang.text(Key::NavPool);
    let body = match lines.is_empty() {
        true => {
            let next = ("/office/applications?outcome=rejected".to_owned(), lang.text(Key::NavApplications).to_owned());
            ui::empty(lang.text(Key::PoolEmptyTitle), lang.text(Key::PoolEmptyText), Some(next))
        }
        false => table(frame, lines),
    };
    let main = view! {
        {head(None, title.to_owned(), Some(muted(lang.text(Key::PoolText))), None)}
        {body}
    };
    Page { title: title.to_owned(), main: main.into_any(), islands: false }
}

fn table(frame: &Frame, lines: &[PoolLine]) -> AnyView {
    let lang = frame.lang;
    let rows: Vec<_> = lines
        .iter()
        .map(|line| {
            view! {
                <tr>
                    <th scope="row"><a href=format!("{ADDRESS}/{}", line.id)>{line.name.clone()}</a></th>
                    <td data-label=lang.text(Key::PoolGivenOn)>{ui::short_day(frame, line.given_on)}</td>
                    <td data-label=lang.text(Key::ErasedFrom)>{ui::due(frame, &line.due, line.given_on)}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <table class="table">
            <thead>
                <tr>
                    <th scope="col">{lang.text(Key::Name)}</th>
                    <th scope="col">{lang.text(Key::PoolGivenOn)}</th>
                    <th scope="col">{lang.text(Key::ErasedFrom)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// One person, and the way to record that they withdrew.
#[must_use]
pub fn one(frame: &Frame, pooled: &Pooled, draft: &Draft) -> Page {
    let lang = frame.lang;
    let Pooled { line, email, phone, documents } = pooled;
    let below = lang.fill(Key::PoolIn, &[&lang.date(line.due.last_day)]);
    let phone = (!phone.is_empty()).then(|| {
        view! {
            <dt>{lang.text(Key::FieldPhone)}</dt>
            " "
            <dd>{phone.clone()}</dd>
        }
    });
    let contact = view! {
        <dl class="facts">
            <dt>{lang.text(Key::FieldEmail)}</dt>
            " "
            <dd><a href=format!("mailto:{email}")>{ui::breakable(email)}</a></dd>
            {phone}
            <dt>{lang.text(Key::PoolGivenOn)}</dt>
            " "
            <dd>{ui::day(frame, line.given_on)}</dd>
        </dl>
    };
    let rows: Vec<_> = documents
        .iter()
        .map(|document| {
            let address = format!("{ADDRESS}/{}/documents/{}", line.id, document.id);
            view! {
                <tr>
                    <th scope="row">{document.name.clone()}</th>
                    <td data-label=lang.text(Key::ColumnSize) class="num">{texts::size(lang, document.size)}</td>
                    <td>{open_links(lang, &address, &document.name, document.kind)}</td>
                </tr>
            }
        })
        .collect();
    let documents = match rows.is_empty() {
        true => muted(lang.text(Key::PoolNoDocuments)),
        false => view! {
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{lang.text(Key::ColumnFile)}</th>
                        <th scope="col" class="num">{lang.text(Key::ColumnSize)}</th>
                        <th scope="col"><span class="unseen">{lang.text(Key::DocumentView)}</span></th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any(),
    };
    let label = |field: &str| if field == "withdrawn_on" { Key::PoolWithdrawnOn } else { Key::PoolWithdrawnBy };
    let main = view! {
        {head(
            Some((ADDRESS.to_owned(), lang.text(Key::NavPool).to_owned())),
            line.name.clone(),
            Some(muted(below)),
            None,
        )}
        {problems(frame, draft, true, label)}
        <div class="split">
            <div class="stack">
                {panel("contact", lang.text(Key::SectionContact), None, contact)}
                {panel("documents", lang.text(Key::DocumentsTitle), None, documents)}
            </div>
            <aside class="stack" aria-label=lang.text(Key::ActsLabel)>{withdrawal(frame, line, draft)}</aside>
        </div>
    };
    Page { title: titled(lang, &line.name, draft), main: main.into_any(), islands: false }
}

fn withdrawal(frame: &Frame, line: &PoolLine, draft: &Draft) -> AnyView {
    let lang = frame.lang;
    let form = Form::new(frame, draft, WITHDRAWAL);
    let today = frame.day(frame.now).to_string();
    let ways = WithdrawalChannel::RECORDED.iter().map(|&way| (way.code(), lang.text(way_key(way)).to_owned(), false)).collect();
    let inside = view! {
        <form class="form" method="post" action=format!("{ADDRESS}/{}/withdrawal", line.id) novalidate>
            <p>{lang.text(Key::PoolWithdrawText)}</p>
            {form.field("withdrawn_on", Key::PoolWithdrawnOn, &today).day(Some(line.given_on.to_string()), Some(today.clone()))}
            {form.choices("radio", "withdrawn_by", Key::PoolWithdrawnBy, false, ways)}
            <div class="row">
                <button class="button">{lang.text(Key::PoolWithdrawSend)}</button>
            </div>
        </form>
    };
    panel("withdrawal", lang.text(Key::PoolWithdraw), None, inside)
}

/// How a withdrawal came, in words.
pub(super) const fn way_key(way: WithdrawalChannel) -> Key {
    match way {
        WithdrawalChannel::Mail => Key::ChannelMail,
        WithdrawalChannel::Phone => Key::ChannelPhone,
        WithdrawalChannel::Letter => Key::ChannelLetter,
        WithdrawalChannel::InPerson => Key::ChannelMet,
        WithdrawalChannel::Erasure => Key::ChannelErasure,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use office::kept::PoolDocument;
    use rules::{
        access::Role,
        document::Kind,
        form::Problem,
        id::{DocumentId, KeptId},
        kept::pool_due,
        messages::Lang,
    };

    use super::*;
    use crate::fixtures::{HOSTILE, assert_harmless, desk_frame, html};

    fn pooled(text: &str) -> Pooled {
        let given_on = date(2026, 11, 24);
        let due = pool_due(given_on, 12, &desk_frame(Lang::En, Role::Hr).zone).expect("a period");
        let document = PoolDocument { id: DocumentId::from_bytes([8; 16]), name: text.to_owned(), kind: Kind::Pdf, size: 1000 };
        Pooled {
            line: PoolLine { id: KeptId::from_bytes([7; 16]), name: text.to_owned(), given_on, due },
            email: text.to_owned(),
            phone: text.to_owned(),
            documents: vec![document],
        }
    }

    #[test]
    fn n15_a_record_says_until_when_and_every_way_to_withdraw() {
        for &lang in Lang::ALL {
            let frame = desk_frame(lang, Role::Hr);
            let page = html(|| one(&frame, &pooled("Ada Lovelace"), &Draft::default()));
            assert!(page.contains(&lang.fill(Key::PoolIn, &[&lang.date(date(2027, 11, 24))])), "{page}");
            assert!(WithdrawalChannel::RECORDED.iter().all(|way| page.contains(&format!("value=\"{}\"", way.code()))), "{page}");
            let empty = html(|| list(&frame, &[]));
            assert!(empty.contains(lang.text(Key::PoolEmptyTitle)), "{empty}");
        }
    }

    #[test]
    fn texts_stay_texts() {
        let frame = desk_frame(Lang::En, Role::Hr);
        let draft = Draft { form: WITHDRAWAL, problems: vec![("withdrawn_on", Problem::TooLate)], ..Draft::default() };
        assert_harmless(&html(|| one(&frame, &pooled(HOSTILE), &draft)));
        assert_harmless(&html(|| list(&frame, &[pooled(HOSTILE).line])));
    }
}
