//! Settings from the environment (`ABLAUF_*`, for a secret also `ABLAUF_*_FILE`), and the real clock and randomness.

use std::{path::Path, str::FromStr};

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use office::{
    Clock, Error, Hidden, KeyProvider, MailSettings, Result, Rng, SecretPlace, Settings, SmtpSettings, TransitSettings,
};
use rustix::time::{ClockId, clock_gettime};

use crate::gate::{Budgets, Gate};

/// The settings for a data directory, with what the environment changes.
///
/// # Errors
/// [`Error::Unavailable`] names the variable that makes no sense.
pub fn settings(data: &Path) -> Result<Settings> {
    let zone = variable("ABLAUF_TIME_ZONE")?.unwrap_or_else(|| "Europe/Berlin".to_owned());
    let zone = TimeZone::get(&zone).map_err(|_| senseless("ABLAUF_TIME_ZONE"))?;
    // Absolute, so that a database URL means the same whatever the working directory becomes.
    let data = std::path::absolute(data).map_err(|error| Error::Unavailable(format!("data directory: {}", error.kind())))?;
    let mut settings = Settings::in_directory(data, zone);
    for (name, field) in [
        ("ABLAUF_RECORDS_URL", &mut settings.records_url),
        ("ABLAUF_KEYS_URL", &mut settings.keys_url),
        ("ABLAUF_LOG_URL", &mut settings.log_url),
        ("ABLAUF_OBJECTS_URL", &mut settings.objects_url),
        ("ABLAUF_PUBLIC_URL", &mut settings.public_url),
    ] {
        if let Some(value) = variable(name)? {
            *field = value;
        }
    }
    if let Some(path) = std::env::var_os("ABLAUF_GENERATION_KEY_FILE") {
        settings.generation_key_file = path.into();
    }
    settings.keys_mirror_url = variable("ABLAUF_KEYS_MIRROR_URL")?.map(made_if_missing);
    settings.key_provider = key_provider()?;
    settings.transit = transit()?;
    settings.checkpoints = std::env::var_os("ABLAUF_CHECKPOINTS").map(Into::into);
    settings.key_copies = std::env::var_os("ABLAUF_KEY_COPIES").map(Into::into);
    settings.mail = mail()?;
    settings.max_document = number("ABLAUF_MAX_DOCUMENT")?.unwrap_or(settings.max_document);
    Ok(settings)
}

/// How many application forms without a proof are taken in an hour, and how many proxies say whom they saw.
///
/// # Errors
/// [`Error::Unavailable`] names the variable that makes no sense.
pub fn gate(demo: bool) -> Result<Gate> {
    let mut budgets = if demo { Budgets::of_a_demonstration() } else { Budgets::default() };
    for (name, budget) in [
        ("ABLAUF_UNPROVEN_PER_NETWORK", &mut budgets.network),
        ("ABLAUF_UNPROVEN_PER_POSTING", &mut budgets.posting),
        ("ABLAUF_UNPROVEN_PER_HOUSE", &mut budgets.house),
    ] {
        *budget = number(name)?.unwrap_or(*budget);
    }
    Ok(Gate::new(budgets, number("ABLAUF_PROXIES")?.unwrap_or_default()))
}

fn number<N: FromStr>(name: &str) -> Result<Option<N>> {
    variable(name)?.map(|text| text.parse().map_err(|_| senseless(name))).transpose()
}

fn senseless(name: &str) -> Error {
    Error::Unavailable(format!("{name} makes no sense"))
}

/// An SQLite file is made at the first start, unless the URL says otherwise. Databases of the house are not: a mistyped URL would find an
/// empty one.
fn made_if_missing(url: String) -> String {
    if url.starts_with("sqlite:") && !url.contains('?') { url + "?mode=rwc" } else { url }
}

/// Who keeps the generation key: `ABLAUF_KEY_PROVIDER` is `file` (the default), `secret` or `transit`.
fn key_provider() -> Result<KeyProvider> {
    let provider = variable("ABLAUF_KEY_PROVIDER")?;
    let is_secret = provider.as_deref() == Some("secret");
    if !is_secret && std::env::var_os("ABLAUF_GENERATION_KEY").is_some() {
        return Err(Error::Unavailable("ABLAUF_GENERATION_KEY counts only with ABLAUF_KEY_PROVIDER=secret".to_owned()));
    }
    match provider.as_deref() {
        None | Some("file") => Ok(KeyProvider::File),
        Some("secret") => {
            Ok(KeyProvider::Secret { key: secret("ABLAUF_GENERATION_KEY"), next: secret("ABLAUF_GENERATION_KEY_NEXT") })
        }
        Some("transit") => Ok(KeyProvider::Transit),
        Some(_) => Err(Error::Unavailable("ABLAUF_KEY_PROVIDER is file, secret or transit".to_owned())),
    }
}

/// The key service. Its settings count for what it sealed, whichever provider makes the next key.
fn transit() -> Result<Option<TransitSettings>> {
    let Some(url) = variable("ABLAUF_TRANSIT_URL")? else { return Ok(None) };
    Ok(Some(TransitSettings {
        url,
        mount: variable("ABLAUF_TRANSIT_MOUNT")?.unwrap_or_else(|| "transit".to_owned()),
        key: variable("ABLAUF_TRANSIT_KEY")?.unwrap_or_else(|| "ablauf".to_owned()),
        token: secret("ABLAUF_TRANSIT_TOKEN").ok_or_else(|| {
            Error::Unavailable("ABLAUF_TRANSIT_URL needs ABLAUF_TRANSIT_TOKEN or ABLAUF_TRANSIT_TOKEN_FILE".to_owned())
        })?,
        namespace: variable("ABLAUF_TRANSIT_NAMESPACE")?,
    }))
}

/// Who carries mails to applicants: nobody unless `ABLAUF_SMTP_URL` is set.
fn mail() -> Result<Option<MailSettings>> {
    let missing = |words: &str| Error::Unavailable(words.to_owned());
    let Some(url) = variable("ABLAUF_SMTP_URL")? else { return Ok(None) };
    let from = variable("ABLAUF_MAIL_FROM")?.ok_or_else(|| missing("ABLAUF_SMTP_URL needs ABLAUF_MAIL_FROM"))?;
    let login = match (variable("ABLAUF_SMTP_USER")?, variable("ABLAUF_SMTP_PASSWORD")?) {
        (Some(user), Some(password)) => Some((user, Hidden::new(password))),
        (None, None) => None,
        _ => return Err(missing("ABLAUF_SMTP_USER and ABLAUF_SMTP_PASSWORD (or ABLAUF_SMTP_PASSWORD_FILE) go together")),
    };
    Ok(Some(MailSettings::Smtp(SmtpSettings { url, login, from })))
}

/// Where a secret is: in a variable, or in the file that `<name>_FILE` names.
fn secret(name: &str) -> Option<SecretPlace> {
    let value = std::env::var(name).ok().map(|value| SecretPlace::Value(Hidden::new(value)));
    value.or_else(|| std::env::var_os(format!("{name}_FILE")).map(|path| SecretPlace::File(path.into())))
}

/// A variable, or the content of the file that `<name>_FILE` names.
///
/// # Errors
/// [`Error::Unavailable`] if that file cannot be read.
pub fn variable(name: &str) -> Result<Option<String>> {
    if let Ok(value) = std::env::var(name) {
        return Ok(Some(value));
    }
    match std::env::var_os(format!("{name}_FILE")) {
        Some(path) => match std::fs::read_to_string(path) {
            Ok(value) => Ok(Some(value.trim_end().to_owned())),
            Err(error) => Err(Error::Unavailable(format!("{name}_FILE: {}", error.kind()))),
        },
        None => Ok(None),
    }
}

/// The real clock.
#[must_use]
pub fn clock() -> Clock {
    #[cfg(feature = "failpoints")]
    return Clock::new(|| Timestamp::now() + crate::shifted::by());
    #[cfg(not(feature = "failpoints"))]
    Clock::new(Timestamp::now)
}

/// The time since the machine started. Nobody sets it, and it goes on while the process or the machine is suspended.
#[must_use]
pub fn running() -> SignedDuration {
    #[cfg(target_os = "linux")]
    const CLOCK: ClockId = ClockId::Boottime;
    // Where that is missing, a clock that may stand still meanwhile: then a machine that wakes up waits for a person.
    #[cfg(not(target_os = "linux"))]
    const CLOCK: ClockId = ClockId::Monotonic;
    let time = clock_gettime(CLOCK);
    SignedDuration::from_secs(time.tv_sec) + SignedDuration::from_nanos(time.tv_nsec)
}

/// The operating system's randomness.
#[must_use]
pub fn rng() -> Rng {
    // Without randomness nothing may go on: keys would be guessable.
    Rng::new(|bytes| getrandom::fill(bytes).expect("the operating system gives random bytes"))
}
