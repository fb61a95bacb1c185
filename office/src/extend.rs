//! A planned close is moved to a later day by two people of HR, two years after the end of intake at most. It moves the date of every
//! application whose procedure is under way, so it needs a second look.

use jiff::civil::Date;
use rules::{
    access::{Action, Actor, Staff, Subject},
    form::Problem,
    id::PostingId,
    posting::{Closing, State, check_extension},
};
use sqlx::AnyConnection;

use crate::{
    Error, Office, Refusal, Result,
    careers::{self, Posting},
    facts,
    journal::Entry,
    proposal::{self, Kind, Proposal},
    store::unknown,
};

impl Office {
    /// The later close that is proposed for a posting. HR of its employer may call this.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Forbidden`].
    pub async fn proposed_extension(&self, actor: &Actor, id: &PostingId) -> Result<Option<(Date, Proposal)>> {
        let mut connection = self.records.read().acquire().await?;
        let posting = careers::load(&mut connection, id.as_str()).await?;
        let staff = self.allow(actor, Action::RunPosting, Subject::Employer(&posting.employer))?;
        let found = proposal::proposal(&mut connection, staff, Kind::Extension, id.as_str()).await?;
        found.map(|proposal| Ok((day(&proposal)?, proposal))).transpose()
    }

    /// Proposes a later planned close. HR of the employer may call this.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `extend_to`, [`Refusal::PostingState`] unless the procedure is under way, [`Error::Conflict`] while another
    /// day is proposed.
    pub async fn propose_extension(&self, actor: &Actor, id: &PostingId, to: Date) -> Result<()> {
        let mut tx = self.records.write().await?;
        let (posting, staff) = self.posting_under_way(&mut tx, actor, id).await?;
        self.check_extension(&posting, to)?;
        self.propose(&mut tx, staff, &posting.employer, Kind::Extension, id.as_str(), &to.to_string()).await?;
        let entry = Entry::of(staff, Action::RunPosting, id.as_str()).detail(format!("extension_proposed {to}"));
        self.enter(&mut tx, &posting.employer, &entry).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Agrees to the extension that was `seen`: from now on the procedure closes by itself on the later day. Another person of HR than
    /// the one who proposed it may call this.
    ///
    /// # Errors
    /// [`Refusal::SecondPerson`], [`Error::Conflict`] if it no longer stands; as [`Office::propose_extension`] if the day has become
    /// impossible.
    pub async fn agree_to_extension(&self, actor: &Actor, id: &PostingId, seen: &str) -> Result<()> {
        let mut tx = self.records.write().await?;
        facts::take_turn(&mut tx, id.as_str()).await?;
        let (posting, staff) = self.posting_under_way(&mut tx, actor, id).await?;
        let to = day(&self.agree(&mut tx, staff, Kind::Extension, id.as_str(), seen).await?)?;
        self.check_extension(&posting, to)?;
        let moved = sqlx::query("UPDATE posting SET planned_close_on = $1 WHERE id = $2 AND planned_close_on = $3")
            .bind(to.to_string())
            .bind(id.as_str())
            .bind(posting.planned_close_on.to_string())
            .execute(&mut *tx)
            .await?;
        if moved.rows_affected() == 0 {
            return Err(Error::Conflict);
        }
        self.move_dates(&mut tx, &posting, Closing::Planned(to), &format!("extended {to}"), Some(staff.account.as_str())).await?;
        let entry = Entry::of(staff, Action::RunPosting, id.as_str()).detail(format!("extended {to}"));
        self.enter(&mut tx, &posting.employer, &entry).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Declines the extension that was `seen`, or takes it back. HR of the employer may call this.
    ///
    /// # Errors
    /// [`Error::Conflict`] if it no longer stands.
    pub async fn drop_extension(&self, actor: &Actor, id: &PostingId, seen: &str) -> Result<()> {
        let mut tx = self.records.write().await?;
        let posting = careers::load(&mut tx, id.as_str()).await?;
        let staff = self.allow(actor, Action::RunPosting, Subject::Employer(&posting.employer))?;
        self.drop_proposal(&mut tx, Kind::Extension, id.as_str(), seen).await?;
        let entry = Entry::of(staff, Action::RunPosting, id.as_str()).detail("extension_dropped");
        self.enter(&mut tx, &posting.employer, &entry).await?;
        tx.commit().await?;
        Ok(())
    }

    async fn posting_under_way<'a>(
        &self,
        tx: &mut AnyConnection,
        actor: &'a Actor,
        id: &PostingId,
    ) -> Result<(Posting, &'a Staff)> {
        let posting = careers::load(tx, id.as_str()).await?;
        let staff = self.allow(actor, Action::RunPosting, Subject::Employer(&posting.employer))?;
        match posting.state {
            State::Open | State::IntakeClosed => Ok((posting, staff)),
            State::Draft | State::Closed | State::Archived => Err(Error::Refused(Refusal::PostingState)),
        }
    }

    fn check_extension(&self, posting: &Posting, to: Date) -> Result<()> {
        let checked = check_extension(posting.intake_ends_on, posting.planned_close_on, to, self.today());
        checked.map_err(|problem: Problem| Error::field("extend_to", problem))
    }
}

fn day(proposal: &Proposal) -> Result<Date> {
    proposal.value.parse().map_err(|_| unknown("proposal.value"))
}
