//! Papers that a statute keeps (section 257 HGB, section 147 AO; docs/PROMISES.md, n21). Whoever enters one does not read it again:
//! accounting's eyes only.

use fail::fail_point;
use jiff::civil::Date;
use rules::{
    access::{Action, Actor, Subject},
    document::Kind,
    form::{Problem, check_remark},
    id::{KeptId, KeyId},
    kept::{KeptClass, paper_due},
    retention::Due,
};

use super::{Content, New};
use crate::{
    Error, Office, Result,
    apply::ReceivedDocument,
    journal::Entry,
    read::{OpenedDocument, Part},
    store::{Write, ms},
};

/// A paper to be kept.
#[derive(Clone, Debug, Default)]
pub struct NewPaper {
    /// Whose it is.
    pub name: String,
    /// What it is about, in words: a journey, an amount.
    pub about: String,
    /// The day that stands on the voucher.
    pub voucher_on: Option<Date>,
}

/// A paper, in accounting's list.
#[derive(Clone)]
pub struct PaperLine {
    /// Its identifier.
    pub id: KeptId,
    /// Whose it is.
    pub name: String,
    /// What it is about.
    pub about: String,
    /// The day of the voucher.
    pub voucher_on: Date,
    /// When it goes.
    pub due: Due,
    /// The document's name, format and size in bytes.
    pub document: (String, Kind, u64),
}

impl NewPaper {
    /// What is wrong with the fields, by their names, as seen on the day `today`.
    #[must_use]
    pub fn problems(&self, today: Date) -> Vec<(&'static str, Problem)> {
        let day = match self.voucher_on {
            None => Some(Problem::Missing),
            Some(day) if day > today => Some(Problem::TooLate),
            Some(_) => None,
        };
        let about = check_remark(&self.about);
        [("name", check_remark(&self.name)), ("about", about), ("voucher_on", day)]
            .into_iter()
            .filter_map(|(field, problem)| Some((field, problem?)))
            .collect()
    }
}

impl Office {
    /// Keeps a paper under a key of its own. HR and accounting may call this.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `name`, `about`, `voucher_on`, also for a paper whose period has ended; [`Error::Forbidden`],
    /// [`Error::Unavailable`]. Nothing is left then, the document included.
    pub async fn enter_paper(&self, actor: &Actor, new: NewPaper, document: ReceivedDocument) -> Result<KeptId> {
        let object = document.object.clone();
        let (tx, id, rk_id) = match self.put_paper(actor, new, document).await {
            Ok(put) => put,
            Err(error) => {
                if self.blobs.delete(&object).await.is_err() {
                    tracing::warn!("the object of a paper that was not kept could not be removed; the sweep will");
                }
                return Err(error);
            }
        };
        // If this fails, the record may be there or not: the object stays, and a sweep finds out.
        tx.commit().await?;
        fail_point!("paper.entered");
        if let Err(error) = self.confirm_key(&rk_id).await {
            tracing::warn!(%error, "the key of a paper waits for its confirmation; the sweep gives it");
        }
        Ok(id)
    }

    async fn put_paper(&self, actor: &Actor, new: NewPaper, document: ReceivedDocument) -> Result<(Write, KeptId, KeyId)> {
        let staff = self.allow(actor, Action::EnterPaper, Subject::House)?;
        let employer = staff.employer().ok_or(Error::NotFound)?;
        let problems = new.problems(self.today());
        let Some(voucher_on) = new.voucher_on.filter(|_| problems.is_empty()) else { return Err(Error::Invalid(problems)) };
        let due = paper_due(voucher_on, self.paper_years().await?, &self.settings.zone);
        if due.erased_from <= self.now() {
            return Err(Error::field("voucher_on", Problem::TooEarly));
        }
        let (rk_id, rk) = self.make_key(None).await?;
        let mut tx = self.records.write().await?;
        let (name, about) = (new.name.trim().to_owned(), new.about.trim().to_owned());
        let content = Content { name, about, ..Content::default() };
        let new = New { class: KeptClass::Paper, employer, from_on: voucher_on, due, content };
        let id = self.put_kept(&mut tx, staff, (&rk_id, &rk), new).await?;
        sqlx::query("INSERT INTO object (id, size, created_at) VALUES ($1, $2, $3)")
            .bind(document.object.as_str())
            .bind(document.stored)
            .bind(ms(self.now()))
            .execute(&mut *tx)
            .await?;
        self.put_kept_document(&mut tx, (KeptClass::Paper, &id), &rk, &document.object, &document.card).await?;
        self.enter(&mut tx, employer, &Entry::of(staff, Action::EnterPaper, id.as_str())).await?;
        self.key_waits(&rk_id).await?;
        Ok((tx, id, rk_id))
    }

    /// The papers of the person's employer, those that go first before the others. Accounting may call this; it stands in the journal.
    ///
    /// # Errors
    /// [`Error::Forbidden`], [`Error::Unavailable`].
    pub async fn papers(&self, actor: &Actor) -> Result<Vec<PaperLine>> {
        let staff = self.allow(actor, Action::ReadPapers, Subject::House)?;
        let employer = staff.employer().ok_or(Error::NotFound)?;
        let rows = self.kept_rows(KeptClass::Paper, employer).await?;
        let keys = self.record_keys(&rows.iter().map(|row| row.rk_id.clone()).collect::<Vec<_>>()).await?;
        let mut lines = Vec::with_capacity(rows.len());
        for row in rows {
            // Without its key it is gone.
            let Some(rk) = keys.get(&row.rk_id) else { continue };
            let Content { name, about, .. } = row.open(KeptClass::Paper, rk)?;
            // Swept in this moment.
            let Some(document) = self.kept_documents(&row.id).await?.into_iter().next() else { continue };
            let (_, _, card) = document.open(KeptClass::Paper, &row.id, rk)?;
            lines.push(PaperLine {
                id: row.id()?,
                name,
                about,
                voucher_on: row.counted_from()?,
                due: self.due_at(row.due_at),
                document: (card.name, card.kind, card.size),
            });
        }
        let shown = lines.iter().map(|line| line.id.to_string()).collect();
        self.enter_read(employer, &Entry::of(staff, Action::ReadPapers, employer.as_str()).about(shown)).await?;
        Ok(lines)
    }

    /// Opens the document of a paper, or a part of it. Accounting may call this; each call stands in the journal.
    ///
    /// # Errors
    /// [`Error::NotFound`], at another employer's paper too; [`Error::Forbidden`].
    pub async fn open_paper(&self, actor: &Actor, id: &KeptId, part: Part) -> Result<OpenedDocument> {
        let row = self.kept_row(KeptClass::Paper, id).await?;
        let employer = row.employer()?;
        let staff = self.allow(actor, Action::ReadPapers, Subject::Employer(&employer))?;
        let rk = self.record_key(&row.rk_id).await?;
        let document = self.kept_documents(&row.id).await?.into_iter().next().ok_or(Error::NotFound)?;
        let (_, object, card) = document.open(KeptClass::Paper, &row.id, &rk)?;
        let entry = Entry::of(staff, Action::ReadPapers, id.as_str()).detail("document");
        self.enter_read(&employer, &entry).await?;
        self.open_object(&object, &card, part).await
    }
}
