//! A hired applicant becomes an employee record: what HR picks goes over, each datum with purpose, basis and necessity, under the
//! record's own key (docs/PROMISES.md, n06 and n08). What is not picked stays on the clock.

mod manifest;

use rules::{
    access::{Action, Actor, Staff, Subject},
    application::Outcome,
    form::{Problem, check_remark},
    handover::{Basis, Item, Purpose},
    id::{ApplicationId, EmployeeId},
};
use sqlx::AnyConnection;
use vault::{Context, RecordKey};

use crate::{
    Error, Office, Refusal, Result, careers,
    facts::{self, Facts},
    journal::Entry,
    sealed::{HandedOver, seal_json},
    store::ms,
};
use manifest::Held;
pub use manifest::{Manifest, ManifestLine};

/// A datum that HR picked.
#[derive(Clone, Debug)]
pub struct Picked {
    /// Which.
    pub item: Item,
    /// What the employment needs it for.
    pub purpose: Purpose,
    /// On what basis.
    pub basis: Basis,
    /// Why it is needed; may be empty for what is proposed.
    pub necessity: String,
}

impl Office {
    /// Hands over what was picked, once. HR of the employer may call this.
    ///
    /// Documents go over by their key: the object stays as it is, and both records can read it until the application goes.
    ///
    /// # Errors
    /// [`Error::Invalid`] under the code of each item that needs attention; [`Refusal::NotHired`], [`Refusal::HandedOver`];
    /// [`Error::Forbidden`] while processing is restricted, or once the procedure is closed and the handover took place.
    pub async fn hand_over(&self, actor: &Actor, id: &ApplicationId, picked: &[Picked]) -> Result<EmployeeId> {
        // Looked through once before a key is made for it.
        let mut connection = self.records.read().acquire().await?;
        let (facts, _) = self.load_hired(&mut connection, actor, id).await?;
        check(&self.held(&mut connection, &facts).await?, picked)?;
        drop(connection);
        let (rk_id, rk) = self.make_key(None).await?;

        let employee = EmployeeId::from_bytes(self.rng.bytes());
        let mut tx = self.records.write().await?;
        facts::take_turn_of(&mut tx, id).await?;
        // An erasure does not take a turn at the posting; this keeps it off the application.
        sqlx::query("UPDATE application SET life = life WHERE id = $1").bind(id.as_str()).execute(&mut *tx).await?;
        let (facts, staff) = self.load_hired(&mut tx, actor, id).await?;
        let held = self.held(&mut tx, &facts).await?;
        check(&held, picked)?;
        let posting = careers::load(&mut tx, &facts.row.posting_id).await?;
        sqlx::query(
            "INSERT INTO employee (id, employer_id, department_id, posting_title, rk_id, created_at, created_by) \
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(employee.as_str())
        .bind(posting.employer.as_str())
        .bind(posting.department.as_str())
        .bind(&posting.title)
        .bind(rk_id.as_str())
        .bind(ms(self.now()))
        .bind(staff.account.as_str())
        .execute(&mut *tx)
        .await?;
        let mut codes = Vec::new();
        for held in held {
            if let Some(picked) = picked.iter().find(|picked| picked.item == held.item) {
                self.put_item(&mut tx, &employee, &rk, held, picked).await?;
                // The journal outlives both records, and says of nobody that they are disabled.
                if picked.item != Item::Disability {
                    codes.push(picked.item.code());
                }
            }
        }
        let once = sqlx::query(
            "INSERT INTO handover (application_id, employee_id, at, by_account) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (application_id) DO NOTHING",
        )
        .bind(id.as_str())
        .bind(employee.as_str())
        .bind(ms(self.now()))
        .bind(staff.account.as_str())
        .execute(&mut *tx)
        .await?;
        if once.rows_affected() == 0 {
            return Err(Error::Refused(Refusal::HandedOver));
        }
        self.remember(&mut tx, id, Some(staff), "handed_over").await?;
        let entry = Entry::of(staff, Action::HandOver, id.as_str()).about(vec![id.to_string(), employee.to_string()]);
        self.enter(&mut tx, &posting.employer, &entry.detail(codes.join(" "))).await?;
        self.key_waits(&rk_id).await?;
        tx.commit().await?;
        self.confirm_key(&rk_id).await?;
        Ok(employee)
    }

    /// Loads an application that can be handed over.
    async fn load_hired<'a>(
        &self,
        connection: &mut AnyConnection,
        actor: &'a Actor,
        id: &ApplicationId,
    ) -> Result<(Facts, &'a Staff)> {
        let facts = facts::load(connection, id).await?;
        let staff = self.allow(actor, Action::HandOver, Subject::Application(&facts.application))?;
        if facts.application.handed_over {
            return Err(Error::Refused(Refusal::HandedOver));
        }
        if facts.outcome() != Some(Outcome::Hired) {
            return Err(Error::Refused(Refusal::NotHired));
        }
        Ok((facts, staff))
    }

    async fn put_item(
        &self,
        tx: &mut AnyConnection,
        employee: &EmployeeId,
        rk: &RecordKey,
        held: Held,
        picked: &Picked,
    ) -> Result<()> {
        let (row, code) = (self.row_id(), held.item.code());
        let (object, file) = held.document.unzip();
        // A document's name stands in its card.
        let text = if file.is_some() { String::new() } else { held.text };
        let value = HandedOver { text, necessity: picked.necessity.trim().to_owned(), file };
        let context = Context::employee_item(employee.as_str(), &row, code, 1);
        sqlx::query(
            "INSERT INTO employee_item (id, employee_id, item, purpose, basis, object_id, version, sealed) \
             VALUES ($1, $2, $3, $4, $5, $6, 1, $7)",
        )
        .bind(&row)
        .bind(employee.as_str())
        .bind(code)
        .bind(picked.purpose.code())
        .bind(picked.basis.code())
        .bind(object)
        .bind(seal_json(rk, &context, &self.rng, &value)?)
        .execute(tx)
        .await?;
        Ok(())
    }
}

/// Whether this can go over: a record has a name, nothing is picked that is not held, and what is not proposed has its necessity.
fn check(held: &[Held], picked: &[Picked]) -> Result<()> {
    let count = |item| picked.iter().filter(|picked| picked.item == item).count();
    let problem = |item: Item| match picked.iter().find(|picked| picked.item == item) {
        None => matches!(item, Item::FirstName | Item::LastName).then_some(Problem::Missing),
        Some(_) if count(item) > 1 || !held.iter().any(|held| held.item == item) => Some(Problem::NotAChoice),
        Some(picked) => check_remark(&picked.necessity).filter(|problem| *problem != Problem::Missing || !item.is_proposed()),
    };
    let problems: Vec<_> = Item::ALL.iter().filter_map(|&item| Some((item.code(), problem(item)?))).collect();
    if problems.is_empty() { Ok(()) } else { Err(Error::Invalid(problems)) }
}
