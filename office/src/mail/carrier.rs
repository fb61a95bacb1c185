//! Who carries a mail: an SMTP server (RFC 5321, over TLS: RFC 3207 or RFC 8314), or in a demonstration nobody: it is shown in an outbox.

use std::{
    collections::VecDeque,
    error::Error as _,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use jiff::Timestamp;
use lettre::{
    Address, AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor,
    message::{
        Mailbox,
        header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue},
    },
    transport::smtp::authentication::Credentials,
};
use rules::mail::{Letter, is_about_the_address};

use crate::{
    Error, Result,
    settings::{MailSettings, SmtpSettings},
};

/// One answer of the server is waited for this long.
const PATIENCE: Duration = Duration::from_secs(20);
/// So many mails an outbox shows, the newest of them.
const SHOWN: usize = 50;

/// A mail as the outbox of a demonstration shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// When it would have been sent.
    pub at: Timestamp,
    /// To whom.
    pub to: String,
    /// What it says.
    pub letter: Letter,
}

/// Who carries mails; see the module.
#[derive(Clone)]
pub(crate) enum Carrier {
    /// Nobody: none is queued.
    Nobody,
    /// A server, and in whose name.
    Smtp(Box<AsyncSmtpTransport<Tokio1Executor>>, Mailbox),
    /// The outbox of a demonstration, in memory only.
    Outbox(Arc<Mutex<VecDeque<Shown>>>),
}

/// Why a mail was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NotTaken {
    /// The address takes none; the reply code, if a server said so.
    Address(Option<u16>),
    /// It is tried again; what happened, without an address in it.
    Later(String),
}

impl Carrier {
    pub(crate) fn of(settings: Option<&MailSettings>) -> Result<Self> {
        Ok(match settings {
            None => Self::Nobody,
            Some(MailSettings::Outbox) => Self::Outbox(Arc::default()),
            Some(MailSettings::Smtp(smtp)) => {
                let (transport, from) = connect(smtp)?;
                Self::Smtp(Box::new(transport), from)
            }
        })
    }

    /// Hands a mail over. `id` is its identifier, the same at every try, so that a mail that came twice is seen to be one.
    pub(crate) async fn carry(
        &self,
        id: &str,
        employer: &str,
        to: &str,
        letter: Letter,
        now: Timestamp,
    ) -> std::result::Result<(), NotTaken> {
        match self {
            Self::Nobody => Err(NotTaken::Later("no mail server is set".to_owned())),
            Self::Outbox(shown) => {
                let mut shown = shown.lock().unwrap_or_else(PoisonError::into_inner);
                shown.push_front(Shown { at: now, to: to.to_owned(), letter });
                shown.truncate(SHOWN);
                Ok(())
            }
            Self::Smtp(transport, from) => {
                let to: Address = to.parse().map_err(|_| NotTaken::Address(None))?;
                let message = message(id, employer, from, to, letter).map_err(|error| NotTaken::Later(error.to_string()))?;
                match tokio::time::timeout(3 * PATIENCE, transport.send(message)).await {
                    Ok(Ok(_)) => Ok(()),
                    Ok(Err(error)) => Err(not_taken(&error)),
                    Err(_) => Err(NotTaken::Later("the server took too long".to_owned())),
                }
            }
        }
    }
}

/// A server's words are not passed on: they may repeat the address.
fn not_taken(error: &lettre::transport::smtp::Error) -> NotTaken {
    let Some(status) = error.status() else {
        let what = if error.is_timeout() {
            "the server did not answer"
        } else if error.is_tls() {
            "the server could not be reached over TLS"
        } else {
            "the server could not be reached"
        };
        return NotTaken::Later(what.to_owned());
    };
    let (code, words) = (u16::from(status), error.source().map(ToString::to_string).unwrap_or_default());
    if error.is_permanent() && is_about_the_address(code, &words) {
        NotTaken::Address(Some(code))
    } else {
        NotTaken::Later(format!("the server answered {code}"))
    }
}

fn message(
    id: &str,
    employer: &str,
    from: &Mailbox,
    to: Address,
    letter: Letter,
) -> std::result::Result<Message, lettre::error::Error> {
    let Letter { subject, text } = letter;
    let domain = from.email.domain();
    let sender = Mailbox::new(from.name.clone().or_else(|| Some(employer.to_owned())), from.email.clone());
    Message::builder()
        .from(sender)
        .to(Mailbox::new(None, to))
        .subject(subject)
        .message_id(Some(format!("<{id}@{domain}>")))
        // No machine is to answer it (RFC 3834, section 5).
        .raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned()))
        .header(ContentType::TEXT_PLAIN)
        .header(ContentTransferEncoding::QuotedPrintable)
        .body(text)
}

fn connect(smtp: &SmtpSettings) -> Result<(AsyncSmtpTransport<Tokio1Executor>, Mailbox)> {
    let senseless = |words: &str| Error::Unavailable(words.to_owned());
    let from: Mailbox = smtp.from.parse().map_err(|_| senseless("ABLAUF_MAIL_FROM is no address"))?;
    let url = reqwest::Url::parse(&smtp.url).map_err(|_| senseless("ABLAUF_SMTP_URL is no address"))?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err(senseless("ABLAUF_SMTP_URL may name no user and no password: they have variables of their own"));
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(senseless("ABLAUF_SMTP_URL may have nothing behind its path"));
    }
    let local = matches!(url.host_str(), Some("127.0.0.1" | "localhost" | "[::1]"));
    let tls = match url.scheme() {
        "smtps" => "",
        // An address is personal data, and a password travels there.
        "smtp" if !local => "?tls=required",
        "smtp" => "",
        _ => return Err(senseless("ABLAUF_SMTP_URL begins with smtps: or smtp:")),
    };
    let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(&format!("{}{tls}", smtp.url))
        .map_err(|_| senseless("ABLAUF_SMTP_URL is no address"))?;
    let builder = match &smtp.login {
        Some((user, password)) => builder.credentials(Credentials::new(user.clone(), password.expose().to_owned())),
        None => builder,
    };
    Ok((builder.timeout(Some(PATIENCE)).build(), from))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Hidden;

    fn smtp(url: &str, from: &str) -> SmtpSettings {
        SmtpSettings {
            url: url.to_owned(),
            login: Some(("ablauf".to_owned(), Hidden::new("secret".to_owned()))),
            from: from.to_owned(),
        }
    }

    #[tokio::test]
    async fn a_server_elsewhere_is_reached_over_tls_only_and_its_address_holds_no_secret() {
        for url in ["smtps://mail.example", "smtps://mail.example:4465", "smtp://mail.example:587", "smtp://127.0.0.1:25"] {
            assert!(connect(&smtp(url, "Jobs <jobs@havelwerk.example>")).is_ok(), "{url}");
        }
        for url in
            ["mail.example", "http://mail.example", "smtps://user:word@mail.example", "smtp://mail.example?tls=opportunistic"]
        {
            let words = connect(&smtp(url, "jobs@havelwerk.example")).err().map(|error| error.to_string());
            assert!(words.is_some_and(|words| words.contains("ABLAUF_SMTP_URL") && !words.contains("word@")), "{url}");
        }
        assert!(connect(&smtp("smtps://mail.example", "nobody")).is_err());
    }

    #[test]
    fn a_mail_has_the_same_identifier_at_every_try_and_no_machine_answers_it() {
        let letter = || Letter { subject: "Grüße".to_owned(), text: "Hallo,\n\nes gibt Neues.\n".to_owned() };
        let written = || {
            let from = "jobs@havelwerk.example".parse().expect("a mailbox");
            let to = "ada@example.org".parse().expect("an address");
            String::from_utf8(message("0123", "Havelwerk \"GmbH\", Süd", &from, to, letter()).expect("a mail").formatted())
                .expect("ASCII")
        };
        let mail = written();
        assert!(mail.contains("Message-ID: <0123@havelwerk.example>\r\n"), "{mail}");
        assert!(mail.contains("Auto-Submitted: auto-generated\r\n"), "{mail}");
        assert!(mail.is_ascii() && mail.contains("<jobs@havelwerk.example>\r\n"), "{mail}");
        assert!(written().contains("Message-ID: <0123@havelwerk.example>\r\n"));
    }
}
