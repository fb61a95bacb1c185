//! What happened to an application, in the reader's language.

use jiff::civil::Date;
use leptos::prelude::*;
use office::read::{HistoryLine, View};
use rules::{
    application::{Outcome, RestrictionGround, Section, Stage},
    mail::Mail,
    messages::{Key, Lang},
    opening::Purpose,
    posting::ReopenReason,
    request::{Answer, RequestKind},
};

use super::super::parts::{alert, list, panel as sheet};
use crate::{frame::Frame, pages::applicant::copy::kind as request_kind, texts, ui};

/// The history, the newest first; its first line is the arrival.
pub(super) fn panel(frame: &Frame, view: &View) -> AnyView {
    let lang = frame.lang;
    let lines: Vec<_> = view
        .history
        .iter()
        .rev()
        .map(|line| {
            view! {
                <li>
                    {ui::short_date(frame, line.at)}
                    " "
                    <span>{sentence(lang, line)}</span>
                </li>
            }
        })
        .collect();
    let inside = view! {
        <ol class="log">
            {lines}
            <li>
                {ui::short_date(frame, view.received_at)}
                " "
                <span>{lang.text(Key::HistoryReceived)}</span>
            </li>
        </ol>
    };
    sheet("history", lang.text(Key::HistoryTitle), None, inside)
}

/// That mails do not reach the person, if the last one did not: somebody has to call.
pub(super) fn unreachable(frame: &Frame, view: &View) -> Option<AnyView> {
    let lang = frame.lang;
    let last = view.history.iter().rev().find(|line| line.what.starts_with("mail"))?;
    (!last.what.starts_with("mailed")).then(|| {
        let text = view! { <p>{lang.text(Key::MailUnreachableText)}</p> };
        alert("unreachable", "due", lang.text(Key::MailUnreachable), text)
    })
}

/// A line as a sentence; its codes are words of [`Office::decide`](office::Office::decide) and its neighbours.
fn sentence(lang: Lang, line: &HistoryLine) -> String {
    let who = line.author.as_deref().unwrap_or(lang.text(Key::TheHouse));
    let codes: Vec<&str> = line.what.split_whitespace().collect();
    let stage = |code: &str| Stage::from_code(code).map_or(code.to_owned(), |stage| lang.text(texts::stage(stage)).to_owned());
    let outcome = |code: &str| lang.text(texts::outcome(Outcome::from_code(code))).to_owned();
    let day = |text: &str| text.parse::<Date>().map_or_else(|_| text.to_owned(), |day| lang.date(day));
    let request =
        |code: &str| RequestKind::from_code(code).map_or(code.to_owned(), |kind| lang.text(request_kind(kind)).to_owned());
    match codes.as_slice() {
        ["stage", from, to] => lang.fill(Key::HistoryStage, &[who, &stage(from), &stage(to)]),
        [what @ ("mailed" | "mail_refused" | "mail_lost"), mail] => {
            let key = match *what {
                "mailed" => Key::HistoryMailed,
                "mail_refused" => Key::HistoryMailRefused,
                _ => Key::HistoryMailLost,
            };
            lang.fill(key, &[Mail::from_code(mail).map_or(*mail, |mail| lang.text(mail.subject()))])
        }
        ["address_confirmed"] => lang.text(Key::HistoryAddressConfirmed).to_owned(),
        ["own_withdrew"] => lang.text(Key::HistoryOwnWithdrew).to_owned(),
        ["own_erasure", code] => {
            let said = Answer::from_code(code).map_or(*code, |code| lang.text(super::erasure::answer(code)));
            lang.fill(Key::HistoryOwnErasure, &[said])
        }
        ["own_restricted", code] => {
            let said = RestrictionGround::from_code(code).map_or(*code, |code| lang.text(super::restriction::ground(code)));
            lang.fill(Key::HistoryOwnRestricted, &[said])
        }
        ["own_corrected", fields @ ..] => {
            let fields = fields.iter().map(|field| lang.text(crate::pages::applicant::field(field)));
            lang.fill(Key::HistoryOwnCorrected, &[&list(fields)])
        }
        ["request", code] => lang.fill(Key::HistoryRequest, &[&request(code)]),
        ["answered", code, ..] => lang.fill(Key::HistoryAnswered, &[who, &request(code)]),
        ["outcome", "none", to] => lang.fill(Key::HistoryOutcome, &[who, &outcome(to)]),
        ["outcome", from, "none"] => lang.fill(Key::HistoryOutcomeBack, &[who, &outcome(from)]),
        ["outcome", from, to] => lang.fill(Key::HistoryOutcomeChanged, &[who, &outcome(from), &outcome(to)]),
        ["received", "none"] => lang.fill(Key::HistoryReceiptBack, &[who]),
        ["received", on] => lang.fill(Key::HistoryReceipt, &[who, &day(on)]),
        ["released", sections @ ..] => {
            let names = sections.iter().filter_map(|code| Section::from_code(code)).map(|s| lang.text(texts::section(s)));
            lang.fill(Key::HistoryReleased, &[who, &list(names)])
        }
        ["told"] => lang.text(Key::HistoryTold).to_owned(),
        ["revoked"] => lang.fill(Key::HistoryRevoked, &[who]),
        ["excluded"] => lang.fill(Key::HistoryExcluded, &[who]),
        ["readmitted"] => lang.fill(Key::HistoryReadmitted, &[who]),
        ["recused"] => lang.fill(Key::HistoryRecused, &[who]),
        ["redacted"] => lang.fill(Key::HistoryRedacted, &[who]),
        ["closed", on] if line.author.is_none() => lang.fill(Key::HistoryClosedByItself, &[&day(on)]),
        ["closed", on] => lang.fill(Key::HistoryClosed, &[who, &day(on)]),
        ["extended", on] => lang.fill(Key::HistoryExtended, &[who, &day(on)]),
        ["reopened", reason] => {
            let reason = ReopenReason::from_code(reason).map_or(*reason, |code| lang.text(super::super::reopen::reason(code)));
            lang.fill(Key::HistoryReopened, &[who, reason])
        }
        ["opened", what] => {
            let what = Purpose::from_code(what).map_or(*what, |code| lang.text(super::super::look_up::purpose(code)));
            lang.fill(Key::HistoryOpened, &[who, what])
        }
        ["restricted", ground] => lang.fill(Key::HistoryRestricted, &[who, restriction(lang, ground)]),
        ["announced", on] => lang.fill(Key::HistoryAnnounced, &[who, &day(on)]),
        ["unrestricted", ground, told] => lang.fill(Key::HistoryUnrestricted, &[who, restriction(lang, ground), &day(told)]),
        ["erasure_asked", code] => {
            let answer = Answer::from_code(code).map_or(*code, |answer| lang.text(super::erasure::answer(answer)));
            lang.fill(Key::HistoryErasureAsked, &[who, answer])
        }
        ["minor_proposed"] => lang.fill(Key::HistoryMinorProposed, &[who]),
        ["minor"] => lang.fill(Key::HistoryMinor, &[who]),
        ["held", "claimant"] => lang.fill(Key::HistoryHeld, &[who]),
        ["held", ..] => lang.fill(Key::HistoryCompared, &[who]),
        ["reviewed", on] => lang.fill(Key::HistoryReviewed, &[who, &day(on)]),
        ["end_proposed"] => lang.fill(Key::HistoryEndProposed, &[who]),
        ["released_from_hold"] => lang.fill(Key::HistoryHoldEnded, &[who]),
        ["due", last] => lang.fill(Key::HistoryDue, &[&day(last)]),
        ["pooled", until] => lang.fill(Key::HistoryPooled, &[who, &day(until)]),
        ["unpooled", on] => lang.fill(Key::HistoryUnpooled, &[who, &day(on)]),
        ["handed_over"] => lang.fill(Key::HistoryHandedOver, &[who]),
        _ => format!("{who}: {}", line.what),
    }
}

fn restriction(lang: Lang, code: &str) -> &str {
    RestrictionGround::from_code(code).map_or(code, |ground| lang.text(super::restriction::ground(ground)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(author: Option<&str>, what: &str) -> String {
        let line = HistoryLine { at: jiff::Timestamp::UNIX_EPOCH, author: author.map(str::to_owned), what: what.to_owned() };
        sentence(Lang::En, &line)
    }

    #[test]
    fn codes_become_sentences() {
        for (author, what, sentence) in [
            (Some("Jana Vogt"), "stage received review", "Jana Vogt moved it from Received to Review"),
            (Some("Jana Vogt"), "outcome none hired", "Jana Vogt recorded the outcome Hired"),
            (Some("Jana Vogt"), "outcome hired none", "Jana Vogt took back the outcome Hired"),
            (Some("Jana Vogt"), "received 2027-02-28", "Jana Vogt recorded that the rejection was received on 28 February 2027"),
            (Some("Jana Vogt"), "received none", "Jana Vogt took back the day on which the rejection was received"),
            (Some("Jana Vogt"), "released cv letter", "Jana Vogt released CV, Letter"),
            (None, "closed 2027-02-28", "The procedure closed by itself on 28 February 2027"),
            (None, "due 2027-08-28", "The last day became 28 August 2027"),
            (None, "mailed receipt", "Mail sent: “Your application has arrived”"),
            (
                None,
                "mail_refused news",
                "The mailbox takes no mails; this one did not arrive: “There is news about your application”",
            ),
        ] {
            assert_eq!(said(author, what), sentence);
        }
    }

    #[test]
    fn a_code_of_tomorrow_is_shown_as_it_is() {
        assert_eq!(said(Some("Jana Vogt"), "transposed"), "Jana Vogt: transposed");
    }
}
