//! The mails that applicants get (docs/PROMISES.md, n07). Plain e-mail is not protected on its way, so none says anything about the person:
//! it names the employer and where to look, and whoever looks there shows a code first.

use jiff::{SignedDuration, civil::Date};

use crate::{
    code::codes,
    mailed_code,
    messages::{Key, Lang, filled},
};

codes! {
    /// What a mail is about.
    Mail {
        /// The application has arrived.
        Receipt = "receipt",
        /// There is news: an outcome was recorded.
        News = "news",
        /// The procedure ended without a decision on it.
        Ended = "ended",
        /// The day on which it is erased has changed (n10).
        Moved = "moved",
        /// Something that the applicant asked about their data is answered.
        Answered = "answered",
        /// The address on file is another one from now on; this goes to the one before.
        Changed = "changed",
        /// It was erased: the last mail.
        Erased = "erased",
        /// The code by which somebody shows that an address is theirs (n12).
        Code = "code",
        /// Somebody asked for such a code, and nothing is kept under the address.
        Nobody = "nobody",
    }
}

/// So long after it was queued a mail is given up (n16).
pub const GIVEN_UP_AFTER: SignedDuration = SignedDuration::from_hours(7 * 24);

/// So long news wait, so that an outcome that was recorded by mistake can be taken back before anybody is told.
pub const NEWS_WAIT: SignedDuration = SignedDuration::from_mins(10);

/// What a mail is filled with.
#[derive(Clone, Copy, Debug)]
pub struct Filling<'a> {
    /// In whose name it is sent.
    pub employer: &'a str,
    /// Where the site is reached, without a trailing slash.
    pub site: &'a str,
    /// The last day of the application, for [`Mail::Moved`].
    pub last_day: Option<Date>,
    /// The number of its certificate, for [`Mail::Erased`].
    pub certificate: &'a str,
    /// The code, for [`Mail::Code`].
    pub code: &'a str,
}

/// A mail in words: plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The subject, one line.
    pub subject: String,
    /// The text, its lines ended by a line feed.
    pub text: String,
}

impl Mail {
    /// Its subject; the history calls it so too.
    #[must_use]
    pub const fn subject(self) -> Key {
        match self {
            Self::Receipt => Key::MailReceipt,
            Self::News => Key::MailNews,
            Self::Ended => Key::MailEnded,
            Self::Moved => Key::MailMoved,
            Self::Answered => Key::MailAnswered,
            Self::Changed => Key::MailChanged,
            Self::Erased => Key::MailErased,
            Self::Code => Key::MailCode,
            Self::Nobody => Key::MailNobody,
        }
    }

    /// The mail in words.
    #[must_use]
    pub fn letter(self, lang: Lang, filling: &Filling<'_>) -> Letter {
        let Filling { employer, site, last_day, certificate, code } = *filling;
        // A name in one line: it is set by people.
        let employer = employer.split_whitespace().collect::<Vec<_>>().join(" ");
        let status = format!("{site}/status");
        let day = last_day.map(|day| lang.date(day)).unwrap_or_default();
        let said = match self {
            Self::Receipt => lang.fill(Key::MailReceiptText, &[&employer]),
            Self::News => lang.fill(Key::MailNewsText, &[&employer]),
            Self::Ended => lang.fill(Key::MailEndedText, &[&employer]),
            Self::Moved => lang.fill(Key::MailMovedText, &[&employer, &day]),
            Self::Answered => lang.fill(Key::MailAnsweredText, &[&employer]),
            Self::Changed => lang.fill(Key::MailChangedText, &[&employer]),
            Self::Erased => lang.fill(Key::MailErasedText, &[&employer]),
            Self::Code => {
                let minutes = mailed_code::minutes().to_string();
                lang.fill(Key::MailCodeText, &[&employer, &mailed_code::written(code), &minutes])
            }
            Self::Nobody => lang.fill(Key::MailNobodyText, &[&employer]),
        };
        let where_to = match self {
            Self::Erased => lang.fill(Key::MailProof, &[certificate, &status]),
            Self::Code => lang.text(Key::MailCodeNotYou).to_owned(),
            Self::Changed => lang.fill(Key::MailChangedNotYou, &[&format!("{site}/notice")]),
            Self::Nobody => lang.fill(Key::MailNobodyElse, &[&status]),
            Self::Answered => lang.fill(Key::MailAnsweredWhere, &[&status]),
            _ => lang.fill(Key::MailStatus, &[&status]),
        };
        let foot = filled("{}\n{}/imprint\n{}/notice", &[&employer, site, site]);
        let parts = [lang.text(Key::MailGreeting), &said, &where_to, lang.text(Key::MailWhyShort), &format!("-- \n{foot}")];
        Letter { subject: lang.text(self.subject()).to_owned(), text: parts.join("\n\n") + "\n" }
    }
}

/// How long a mail waits after its `tries`-th try failed: longer each time, and never so long that a mailbox that was full for a night is
/// not tried again the next morning.
#[must_use]
pub const fn wait(tries: i64) -> SignedDuration {
    SignedDuration::from_mins(match tries {
        ..=1 => 1,
        2 => 5,
        3 => 15,
        4 => 60,
        _ => 6 * 60,
    })
}

/// Whether a server that refused the recipient meant this address, and not the house that sends: the reply code of RFC 5321, section
/// 4.2.3, with the enhanced code of RFC 3463 that begins its text, where there is one.
#[must_use]
pub fn is_about_the_address(code: u16, text: &str) -> bool {
    let enhanced = text.split_whitespace().next().filter(|word| word.starts_with("5.") && word.matches('.').count() == 2);
    match enhanced {
        // 5.1.7 and 5.1.8 are about the sender's address.
        Some(word) => (word.starts_with("5.1.") && word != "5.1.7" && word != "5.1.8") || word == "5.2.1",
        None => matches!(code, 550 | 551 | 553 | 556),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILLING: Filling<'_> = Filling {
        employer: "Havelwerk\r\nGmbH",
        site: "https://jobs.example",
        last_day: Some(jiff::civil::date(2027, 2, 28)),
        certificate: "8831-0427",
        code: "00001234",
    };

    #[test]
    fn n07_a_mail_says_where_to_look_and_nothing_more_in_each_language() {
        for &lang in Lang::ALL {
            for &mail in Mail::ALL {
                let Letter { subject, text } = mail.letter(lang, &FILLING);
                assert!(!subject.is_empty() && subject.len() < 70 && !subject.contains('{'), "{subject}");
                assert!(!text.contains('{') && !text.contains('\r'), "{text}");
                assert!(text.contains("Havelwerk GmbH"), "a name stays in its line: {text}");
                assert_eq!(text.contains("https://jobs.example/status"), !matches!(mail, Mail::Code | Mail::Changed), "{text}");
                assert_eq!(text.contains("0000 1234"), mail == Mail::Code, "{text}");
                assert!(text.contains("https://jobs.example/notice") && text.contains("https://jobs.example/imprint"), "{text}");
                assert_eq!(text.contains("8831-0427"), mail == Mail::Erased, "{text}");
                assert_eq!(text.contains(&lang.date(jiff::civil::date(2027, 2, 28))), mail == Mail::Moved, "{text}");
            }
        }
    }

    #[test]
    fn n16_a_mail_is_tried_for_a_week_and_never_more_than_six_hours_apart() {
        let (mut passed, mut tries) = (SignedDuration::ZERO, 0);
        while passed < GIVEN_UP_AFTER {
            tries += 1;
            assert!(wait(tries) >= wait(tries - 1) && wait(tries) <= SignedDuration::from_hours(6));
            passed += wait(tries);
        }
        assert!((20..50).contains(&tries), "{tries}");
    }

    #[test]
    fn a_refusal_that_means_the_sender_gives_nobody_up() {
        for (code, text, about) in [
            (550, "5.1.1 no such mailbox", true),
            (550, "No such user here", true),
            (550, "5.2.1 mailbox disabled", true),
            (553, "5.1.3 bad address", true),
            (550, "5.7.1 relaying denied", false),
            (550, "5.1.8 sender's domain unknown", false),
            (554, "5.7.1 looks like spam", false),
            (535, "5.7.8 credentials", false),
            (552, "5.2.2 mailbox full", false),
            (554, "refused", false),
        ] {
            assert_eq!(is_about_the_address(code, text), about, "{code} {text}");
        }
    }
}
