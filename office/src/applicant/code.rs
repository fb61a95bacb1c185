//! The code that is mailed to the address on file.
//!
//! What is done when somebody asks for one is the same for every address: whether anything is kept under it is looked at when the mail is
//! sent, by the house. So neither the answer nor its time tells anybody whether somebody applied.

use rules::{
    access::Action,
    application::Section,
    form::Problem,
    id::{ApplicationId, EmployerId},
    mailed_code::{CODES_TO_ADDRESS, TRIES, TRIES_AT_ADDRESS, WINDOW, code_from, digits},
    messages::Lang,
    retention_classes::{MAILED_CODE, VISIT},
};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use sqlx::AnyConnection;
use vault::{Context, RecordKey};

use super::{Applicant, Visit, act::own_section};
use crate::{
    Error, Office, Refusal, Result,
    journal::{By, Entry},
    look_up::wrong,
    sealed::{Contact, Corrected, open_json, seal_json},
    store::{ms, unknown},
};

/// To which address a code went.
#[derive(Serialize, Deserialize)]
struct Challenge {
    email: String,
    /// The applications whose address it becomes once the code is shown.
    #[serde(default)]
    becomes: Vec<ApplicationId>,
}

impl Office {
    /// Mails a code to an address and answers the token that goes with it. Anybody may call this; whether anything is kept under the
    /// address is not told: if nothing is, the mail says so. More codes than an hour allows to one address are not mailed, and that is not told
    /// either.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `email` for what is no address; [`Error::Unavailable`], also where no mail is sent at all.
    pub async fn ask_for_code(&self, email: &str, lang: Lang) -> Result<String> {
        self.challenge(email, Vec::new(), lang).await
    }

    /// Mails a code to another address of the applicant, which becomes that of their applications once it is shown. The applicant may call this.
    ///
    /// # Errors
    /// As for [`Office::ask_for_code`].
    pub async fn ask_to_change(&self, applicant: &Applicant, email: &str, lang: Lang) -> Result<String> {
        self.challenge(email, applicant.applications().to_vec(), lang).await
    }

    /// The same for the one application of a receipt code, while nobody has shown a code that was mailed to its address: who mistyped it gets
    /// none. Whoever holds the code may call this.
    ///
    /// # Errors
    /// As for [`Office::ask_for_code`]; [`Error::NotFound`] for a code that leads nowhere; [`Refusal::AddressConfirmed`].
    pub async fn ask_to_change_by_receipt(&self, code: &str, email: &str, lang: Lang) -> Result<String> {
        let (id, confirmed): (String, Option<i64>) =
            sqlx::query_as("SELECT id, address_confirmed_at FROM application WHERE receipt_hash = $1 AND life = 'live'")
                .bind(self.receipt_hash(code))
                .fetch_one(self.records.read())
                .await?;
        if confirmed.is_some() {
            return Err(Error::Refused(Refusal::AddressConfirmed));
        }
        let id = ApplicationId::parse(&id).ok_or_else(|| unknown("application.id"))?;
        self.challenge(email, vec![id], lang).await
    }

    async fn challenge(&self, email: &str, becomes: Vec<ApplicationId>, lang: Lang) -> Result<String> {
        let email = email.trim();
        if let Some(problem) = wrong(email) {
            return Err(Error::field("email", problem));
        }
        if !self.sends_mail() {
            return Err(Error::Unavailable("no mail server is set".to_owned()));
        }
        let token = data_encoding::HEXLOWER.encode(&self.rng.bytes::<32>());
        let (hash, code) = (hash_of(&token), code_from(self.rng.bytes()));
        let key = self.token_key("challenge", &token);
        let sure = !becomes.is_empty();
        let sealed = seal_json(&key, &Context::challenge(&hash), &self.rng, &Challenge { email: email.to_owned(), becomes })?;
        loop {
            // As for an envelope: an intake key that was retired meanwhile is not sealed anew any more.
            let (intake_key_id, intake_key) = self.intake_key().await?;
            let now = self.now();
            let mut tx = self.records.write().await?;
            let asked = self.count_at(&mut tx, "code asked for", email).await?;
            sqlx::query(
                "INSERT INTO challenge (token_hash, subject, code_hash, tries, expires_at, sealed) VALUES ($1, $2, $3, 0, $4, $5)",
            )
            .bind(&hash)
            .bind(self.subject("code tried", email))
            .bind(self.code_hash(&hash, &code))
            .bind(ms(now + MAILED_CODE))
            .bind(&sealed)
            .execute(&mut *tx)
            .await?;
            if asked <= CODES_TO_ADDRESS {
                self.mail_code(&mut tx, (&intake_key_id, &intake_key), email, (&code, sure), lang).await?;
            }
            if self.is_in_use(&intake_key_id).await? {
                tx.commit().await?;
                return Ok(token);
            }
        }
    }

    /// Begins the visit of whoever shows the code that was mailed, and answers its token. Whoever holds the token of
    /// [`Office::ask_for_code`] may call this.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `code`: it is another one, was shown before or is too old, or nothing is kept under the address;
    /// [`Refusal::TooManyTries`] at this code or at this address.
    pub async fn show_code(&self, token: &str, code: &str) -> Result<String> {
        let no_match = || Error::field("code", Problem::NoMatch);
        let code = digits(code).ok_or_else(no_match)?;
        let hash = hash_of(token);
        let mut tx = self.records.write().await?;
        let found: Option<(String, String, Vec<u8>)> =
            sqlx::query_as("SELECT subject, code_hash, sealed FROM challenge WHERE token_hash = $1 AND expires_at > $2")
                .bind(&hash)
                .bind(ms(self.now()))
                .fetch_optional(&mut *tx)
                .await?;
        let (subject, right, sealed) = found.ok_or_else(no_match)?;
        // Counted before it is looked at, so that a burst of tries at once is counted too.
        let tried = self.count(&mut tx, &subject).await?;
        let counted = sqlx::query("UPDATE challenge SET tries = tries + 1 WHERE token_hash = $1 AND tries < $2")
            .bind(&hash)
            .bind(TRIES)
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        if counted.rows_affected() == 0 || tried > TRIES_AT_ADDRESS {
            return Err(Error::Refused(Refusal::TooManyTries));
        }
        if !self.is_code(&hash, &code, &right) {
            return Err(no_match());
        }
        let Challenge { email, becomes } = open_json(&self.token_key("challenge", token), &Context::challenge(&hash), &sealed)?;
        let changes = self.begin_changes(&email, &becomes).await?;
        let applications = self.applications_of(&email, &becomes).await?;
        if applications.is_empty() {
            return Err(no_match());
        }
        let visit = data_encoding::HEXLOWER.encode(&self.rng.bytes::<32>());
        let visit_hash = hash_of(&visit);
        let whose = Visit { email, applications };
        let sealed = seal_json(&self.token_key("visit", &visit), &Context::visit(&visit_hash), &self.rng, &whose)?;
        let mut tx = self.records.write().await?;
        let shown = sqlx::query("DELETE FROM challenge WHERE token_hash = $1").bind(&hash).execute(&mut *tx).await?;
        if shown.rows_affected() == 0 {
            // Shown twice at once: the first one counts.
            return Err(no_match());
        }
        sqlx::query("INSERT INTO visit (token_hash, expires_at, sealed) VALUES ($1, $2, $3)")
            .bind(&visit_hash)
            .bind(ms(self.now() + VISIT))
            .bind(sealed)
            .execute(&mut *tx)
            .await?;
        sqlx::query("DELETE FROM attempt WHERE subject = $1").bind(&subject).execute(&mut *tx).await?;
        let intake = self.intake_key().await?;
        let mut told = Vec::new();
        for change in &changes {
            let before = self.put_address(&mut tx, change, &whose.email).await?;
            // Once, however many applications there are.
            if let Some(before) = before.filter(|before| !told.contains(before)) {
                self.mail_changed(&mut tx, (&intake.0, &intake.1), &before, change.lang).await?;
                told.push(before);
            }
        }
        for id in &whose.applications {
            self.confirm_address(&mut tx, id).await?;
        }
        if !changes.is_empty() && !self.is_in_use(&intake.0).await? {
            // The generation turned in this moment; nothing is changed, and the code can be shown again.
            return Err(Error::Conflict);
        }
        tx.commit().await?;
        Ok(visit)
    }

    /// What is needed to give applications another address. Beside each record key stands the new address's hash from now on: if what follows
    /// fails, the new address leads to the application all the same, and the change can be asked for again.
    async fn begin_changes(&self, email: &str, ids: &[ApplicationId]) -> Result<Vec<Change>> {
        let mut changes = Vec::with_capacity(ids.len());
        for id in ids {
            let row: Option<(String, String)> =
                sqlx::query_as("SELECT rk_id, language FROM application WHERE id = $1 AND life = 'live'")
                    .bind(id.as_str())
                    .fetch_optional(self.records.read())
                    .await?;
            let Some((rk_id, language)) = row else { continue };
            let rk = self.record_key(&rk_id).await?;
            changes.push(Change { id: id.clone(), rk_id, rk, lang: Lang::from_code(&language).unwrap_or(Lang::En) });
        }
        if !changes.is_empty() {
            let mac = self.house.mac.email_mac(email).to_vec();
            let mut tx = self.both_keys.write().await?;
            for change in &changes {
                tx.run(|| sqlx::query("UPDATE rk SET email_mac = $1 WHERE id = $2").bind(mac.clone()).bind(&change.rk_id))
                    .await?;
            }
            tx.commit().await?;
        }
        Ok(changes)
    }

    /// Gives an application another address, and answers the one before, if that was another one and not empty.
    async fn put_address(&self, tx: &mut AnyConnection, change: &Change, email: &str) -> Result<Option<String>> {
        let Change { id, rk, .. } = change;
        let (row, version, contact): (String, i64, Contact) = own_section(&mut *tx, id, Section::Contact, rk).await?;
        let before = contact.email.clone();
        if before == email {
            return Ok(None);
        }
        let after = Contact { email: email.to_owned(), ..contact };
        self.put_section(&mut *tx, id, (&row, Section::Contact, version), rk, &after).await?;
        let was = vec![("email".to_owned(), before.clone())];
        self.remember_sealed(tx, id, "own_corrected email", rk, &Corrected { was }).await?;
        Ok((!before.is_empty()).then_some(before))
    }

    /// From now on the address of an application is known to be its applicant's; a receipt code alone changes it no more.
    async fn confirm_address(&self, tx: &mut AnyConnection, id: &ApplicationId) -> Result<()> {
        let employer: Option<String> = sqlx::query_scalar("SELECT employer_id FROM application WHERE id = $1 AND life = 'live'")
            .bind(id.as_str())
            .fetch_optional(&mut *tx)
            .await?;
        let Some(employer) = employer.as_deref().and_then(EmployerId::parse) else { return Ok(()) };
        let confirmed =
            sqlx::query("UPDATE application SET address_confirmed_at = $1 WHERE id = $2 AND address_confirmed_at IS NULL")
                .bind(ms(self.now()))
                .bind(id.as_str())
                .execute(&mut *tx)
                .await?;
        if confirmed.rows_affected() == 1 {
            self.remember(&mut *tx, id, None, "address_confirmed").await?;
        }
        let entry = Entry::by(By::Applicant, Action::ReadStatus.code(), id.as_str()).detail("code_shown");
        self.enter(tx, &employer, &entry).await
    }

    /// Enters something that was tried at an address, and answers how often it was within [`WINDOW`].
    async fn count_at(&self, tx: &mut AnyConnection, what: &str, email: &str) -> Result<i64> {
        self.count(tx, &self.subject(what, email)).await
    }

    async fn count(&self, tx: &mut AnyConnection, subject: &str) -> Result<i64> {
        sqlx::query("INSERT INTO attempt (id, subject, at) VALUES ($1, $2, $3)")
            .bind(self.row_id())
            .bind(subject)
            .bind(ms(self.now()))
            .execute(&mut *tx)
            .await?;
        let count = sqlx::query_scalar("SELECT COUNT(*) FROM attempt WHERE subject = $1 AND at > $2")
            .bind(subject)
            .bind(ms(self.now() - WINDOW))
            .fetch_one(tx)
            .await?;
        Ok(count)
    }

    /// What tries at an address are counted under: another hash than the one beside its record keys, so that nothing joins the two.
    fn subject(&self, what: &str, email: &str) -> String {
        data_encoding::HEXLOWER.encode(&self.house.mac.mac(what, &[&self.house.mac.email_mac(email)]))
    }

    fn code_hash(&self, challenge: &str, code: &str) -> String {
        let mac = self.house.mac.mac("mailed code", &[challenge.as_bytes(), code.as_bytes()]);
        data_encoding::HEXLOWER.encode(&mac[..16])
    }

    fn is_code(&self, challenge: &str, code: &str, right: &str) -> bool {
        let right = data_encoding::HEXLOWER.decode(right.as_bytes()).unwrap_or_default();
        let right: Result<[u8; 16], _> = right.try_into();
        right.is_ok_and(|right| self.house.mac.is_mac("mailed code", &[challenge.as_bytes(), code.as_bytes()], &right))
    }
}

/// An application that gets another address.
struct Change {
    id: ApplicationId,
    rk_id: String,
    rk: RecordKey,
    lang: Lang,
}

/// The hash under which a token is stored.
pub(super) fn hash_of(token: &str) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(token.as_bytes()))
}
