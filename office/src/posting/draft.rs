//! Writing a posting: a draft that only HR sees, and can change until it is published.

use rules::{
    access::{Action, Actor, Subject},
    form::Problem,
    id::{DepartmentId, EmployerId, PostingId},
    messages::Lang,
    posting::{PayRange, State},
    question::Question,
};
use sqlx::AnyConnection;

use super::{
    form::{Checked, PostingDraft},
    notice::Settings,
};
use crate::{Error, Office, Refusal, Result, careers, journal::Entry, store::ms};

impl Office {
    /// Writes a draft. HR may call this, for its own employer.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every field that needs attention, [`Error::Forbidden`], [`Error::Conflict`].
    pub async fn draft_posting(&self, actor: &Actor, draft: PostingDraft) -> Result<PostingId> {
        let staff = self.allow(actor, Action::RunPosting, Subject::House)?;
        let employer = staff.employer().ok_or(Error::NotFound)?;
        let draft = draft.check(self.today())?;

        let id = PostingId::from_bytes(self.rng.bytes());
        let mut tx = self.records.write().await?;
        check_department(&mut tx, employer, &draft.department).await?;
        let slug = free_slug(&mut tx, &draft, &id).await?;
        // Fixed for good when it is published.
        let policy = Settings::load(&mut tx).await?.policy()?;
        sqlx::query(
            "INSERT INTO posting (id, employer_id, department_id, slug, language, title, summary, body, place, employment, pay, contact, \
             next_steps, seats, state, intake_ends_on, planned_close_on, retention_months, retention_start, created_at, created_by, \
             country, pay_min, pay_max, pay_period, answer_days, questions) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, \
             $22, $23, $24, $25, $26, $27)",
        )
        .bind(id.as_str())
        .bind(employer.as_str())
        .bind(draft.department.as_str())
        .bind(slug)
        .bind(draft.language.code())
        .bind(&draft.title)
        .bind(&draft.summary)
        .bind(&draft.body)
        .bind(&draft.place)
        .bind(draft.employment.code())
        .bind(&draft.pay)
        .bind(&draft.contact)
        .bind(&draft.next_steps)
        .bind(draft.seats)
        .bind(State::Draft.code())
        .bind(draft.intake_ends_on.to_string())
        .bind(draft.planned_close_on.to_string())
        .bind(i64::from(policy.months.get()))
        .bind(policy.start.code())
        .bind(ms(self.now()))
        .bind(staff.account.as_str())
        .bind(draft.country.code())
        .bind(draft.pay_range.map(PayRange::min))
        .bind(draft.pay_range.map(PayRange::max))
        .bind(draft.pay_range.map(|range| range.period().code()))
        .bind(draft.answer_days)
        .bind(questions_json(&draft.questions)?)
        .execute(&mut *tx)
        .await?;
        self.enter(&mut tx, employer, &Entry::of(staff, Action::RunPosting, id.as_str()).detail(State::Draft.code())).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Changes a draft. HR of its employer may call this.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every field that needs attention, [`Refusal::PostingState`] once it was published.
    pub async fn edit_posting(&self, actor: &Actor, id: &PostingId, draft: PostingDraft) -> Result<()> {
        let mut tx = self.records.write().await?;
        let posting = careers::load(&mut tx, id.as_str()).await?;
        let staff = self.allow(actor, Action::RunPosting, Subject::Employer(&posting.employer))?;
        if posting.state != State::Draft {
            return Err(Error::Refused(Refusal::PostingState));
        }
        let draft = draft.check(self.today())?;
        check_department(&mut tx, &posting.employer, &draft.department).await?;
        let slug = free_slug(&mut tx, &draft, id).await?;
        let edited = sqlx::query(
            "UPDATE posting SET department_id = $1, slug = $2, language = $3, title = $4, summary = $5, body = $6, place = $7, \
             employment = $8, pay = $9, contact = $10, next_steps = $11, seats = $12, intake_ends_on = $13, planned_close_on = $14, \
             country = $15, pay_min = $16, pay_max = $17, pay_period = $18, answer_days = $19, questions = $20 WHERE id = $21 \
             AND state = $22",
        )
        .bind(draft.department.as_str())
        .bind(slug)
        .bind(draft.language.code())
        .bind(&draft.title)
        .bind(&draft.summary)
        .bind(&draft.body)
        .bind(&draft.place)
        .bind(draft.employment.code())
        .bind(&draft.pay)
        .bind(&draft.contact)
        .bind(&draft.next_steps)
        .bind(draft.seats)
        .bind(draft.intake_ends_on.to_string())
        .bind(draft.planned_close_on.to_string())
        .bind(draft.country.code())
        .bind(draft.pay_range.map(PayRange::min))
        .bind(draft.pay_range.map(PayRange::max))
        .bind(draft.pay_range.map(|range| range.period().code()))
        .bind(draft.answer_days)
        .bind(questions_json(&draft.questions)?)
        .bind(id.as_str())
        .bind(State::Draft.code())
        .execute(&mut *tx)
        .await?;
        if edited.rows_affected() == 0 {
            return Err(Error::Conflict);
        }
        self.enter(&mut tx, &posting.employer, &Entry::of(staff, Action::RunPosting, id.as_str()).detail("edited")).await?;
        tx.commit().await?;
        Ok(())
    }
}

fn questions_json(questions: &[Question]) -> Result<String> {
    serde_json::to_string(questions).map_err(|_| Error::Unavailable("questions could not be written as JSON".to_owned()))
}

async fn check_department(tx: &mut AnyConnection, employer: &EmployerId, department: &DepartmentId) -> Result<()> {
    let own: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM department WHERE id = $1 AND employer_id = $2")
        .bind(department.as_str())
        .bind(employer.as_str())
        .fetch_one(tx)
        .await?;
    if own == 0 { Err(Error::field("department", Problem::NotAChoice)) } else { Ok(()) }
}

/// The title as it stands in a URL, with a number if another posting has it already.
async fn free_slug(tx: &mut AnyConnection, draft: &Checked, id: &PostingId) -> Result<String> {
    let base = slug(&draft.title, draft.language);
    let mut candidate = base.clone();
    for number in 2.. {
        let taken: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM posting WHERE slug = $1 AND id <> $2")
            .bind(&candidate)
            .bind(id.as_str())
            .fetch_one(&mut *tx)
            .await?;
        if taken == 0 {
            break;
        }
        candidate = format!("{base}-{number}");
    }
    Ok(candidate)
}

/// Lower-case ASCII letters and digits, joined by dashes. German writes its umlauts out; Dutch and English drop the marks.
fn slug(title: &str, language: Lang) -> String {
    const MOST: usize = 60;
    let mut slug = String::new();
    for c in title.to_lowercase().chars() {
        let letters = match (c, language) {
            ('ä', Lang::De) | ('æ', _) => "ae",
            ('ö', Lang::De) | ('œ', _) => "oe",
            ('ü', Lang::De) => "ue",
            ('ß', _) => "ss",
            ('ĳ', _) => "ij",
            ('à' | 'á' | 'â' | 'ã' | 'ä' | 'å', _) => "a",
            ('è' | 'é' | 'ê' | 'ë', _) => "e",
            ('ì' | 'í' | 'î' | 'ï', _) => "i",
            ('ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø', _) => "o",
            ('ù' | 'ú' | 'û' | 'ü', _) => "u",
            ('ç', _) => "c",
            ('ñ', _) => "n",
            (c, _) if c.is_ascii_alphanumeric() => {
                slug.push(c);
                continue;
            }
            _ => "-",
        };
        if letters != "-" || !(slug.is_empty() || slug.ends_with('-')) {
            slug.push_str(letters);
        }
    }
    slug.truncate(MOST);
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "job".to_owned() } else { slug.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_a_name_in_urls() {
        for (title, language, expected) in [
            ("Köchin / Koch (m/w/d) für Großküche", Lang::De, "koechin-koch-m-w-d-fuer-grosskueche"),
            ("Coördinator financiën & reïntegratie", Lang::Nl, "coordinator-financien-reintegratie"),
            ("  C++ Engineer -- 50% ", Lang::En, "c-engineer-50"),
            ("ĲSMAKER à la carte", Lang::Nl, "ijsmaker-a-la-carte"),
            ("Программист", Lang::En, "job"),
            ("", Lang::En, "job"),
        ] {
            assert_eq!(slug(title, language), expected, "{title:?}");
        }
        let long = slug(&"Sachbearbeitung ".repeat(20), Lang::De);
        assert!(long.len() <= 60 && !long.ends_with('-'), "{long}");
    }
}
