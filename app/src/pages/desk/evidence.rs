//! `/office/evidence`: that somebody consented to the talent pool, and until when that stood (docs/PROMISES.md, n15).

use leptos::prelude::*;
use office::kept::EvidenceLine;
use rules::{kept::ConsentChannel, messages::Key};

use super::{
    parts::{head, muted},
    pool::way_key,
};
use crate::{frame::Frame, shell::Page, ui};

/// The evidence, what goes first before the others.
#[must_use]
pub fn page(frame: &Frame, lines: &[EvidenceLine]) -> Page {
    let lang = frame.lang;
    let title = lang.text(Key::NavEvidence);
    let body = match lines.is_empty() {
        true => ui::empty(lang.text(Key::EvidenceEmptyTitle), lang.text(Key::EvidenceEmptyText), None),
        false => table(frame, lines),
    };
    let main = view! {
        {head(None, title.to_owned(), Some(muted(lang.text(Key::EvidenceText))), None)}
        {body}
    };
    Page { title: title.to_owned(), main: main.into_any(), islands: false }
}

fn table(frame: &Frame, lines: &[EvidenceLine]) -> AnyView {
    let lang = frame.lang;
    let column = |key: Key| view! { <th scope="col">{lang.text(key)}</th> };
    let rows: Vec<_> = lines
        .iter()
        .map(|line| {
            let stood = match line.withdrawn {
                None => ui::short_day(frame, line.until_on),
                Some((on, by)) => lang.fill(Key::EvidenceWithdrawn, &[&lang.short_date(on), lang.text(way_key(by))]).into_any(),
            };
            view! {
                <tr>
                    <th scope="row">
                        {line.name.clone()} <br/> <span class="muted">{ui::breakable(&line.email)}</span>
                    </th>
                    <td data-label=lang.text(Key::PoolGivenOn)>{ui::short_day(frame, line.given_on)}</td>
                    <td data-label=lang.text(Key::PoolChannel)>{lang.text(channel_key(line.channel))}</td>
                    <td data-label=lang.text(Key::EvidenceVersion)>{line.text_version.clone()}</td>
                    <td data-label=lang.text(Key::EvidenceStood)>{stood}</td>
                    <td data-label=lang.text(Key::KeptUntil)>{ui::short_day(frame, line.due.last_day)}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <table class="table wide">
            <thead>
                <tr>
                    {column(Key::Name)}
                    {column(Key::PoolGivenOn)}
                    {column(Key::PoolChannel)}
                    {column(Key::EvidenceVersion)}
                    {column(Key::EvidenceStood)}
                    {column(Key::KeptUntil)}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// How a consent came, in words.
pub(super) const fn channel_key(channel: ConsentChannel) -> Key {
    match channel {
        ConsentChannel::Letter => Key::ChannelLetter,
        ConsentChannel::InPerson => Key::ChannelInPerson,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rules::{
        access::Role,
        id::KeptId,
        kept::{WithdrawalChannel, evidence_due},
        messages::Lang,
    };

    use super::*;
    use crate::fixtures::{HOSTILE, assert_harmless, desk_frame, html};

    #[test]
    fn n15_the_evidence_says_when_how_and_until_when_and_texts_stay_texts() {
        let frame = desk_frame(Lang::En, Role::Privacy);
        let line = |withdrawn| EvidenceLine {
            id: KeptId::from_bytes([7; 16]),
            name: HOSTILE.to_owned(),
            email: HOSTILE.to_owned(),
            text_version: "2026-11".to_owned(),
            channel: ConsentChannel::Letter,
            given_on: date(2026, 11, 24),
            until_on: date(2027, 11, 24),
            withdrawn,
            due: evidence_due(date(2027, 11, 24), &frame.zone),
        };
        let page = html(|| page(&frame, &[line(None), line(Some((date(2027, 1, 5), WithdrawalChannel::Phone)))]));
        assert_harmless(&page);
        for said in ["24 Nov 2026", "24 Nov 2027", "on paper", "5 Jan 2027, withdrawn by telephone", "24 Nov 2030"] {
            assert!(page.contains(said), "{said}: {page}");
        }
    }
}
