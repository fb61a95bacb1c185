//! How the careers site looks, and its imprint: the employer's name, an accent colour, a logo. All of it is public.

use rules::{
    access::{Action, Actor, Denied, Staff, Subject},
    brand::{Colour, Imprint, Logo, LogoKind, check_imprint, palette, recognise},
    form::{Field, Problem, check_field, line_feeds},
    id::{AccountId, EmployerId},
};
use sha2::{Digest as _, Sha256};
use sqlx::{AnyConnection, FromRow};

use crate::{
    Error, Office, Result,
    journal::Entry,
    store::{ms, unknown},
};

/// The names under which the journal has what can be changed here; the first two are settings.
const ACCENT: &str = "brand.accent";
const IMPRINT: &str = "brand.imprint";
const NAME: &str = "brand.name";
const LOGO: &str = "brand.logo";

/// How the careers site looks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brand {
    /// The employer whose careers site this is: the first one there was. An empty store has none.
    pub employer: Option<String>,
    /// The accent colour, if it is not the one the site comes with. It always makes a palette.
    pub accent: Option<Colour>,
    /// The imprint, if there is one.
    pub imprint: Option<Imprint>,
    /// The logo, if there is one.
    pub logo: Option<StoredLogo>,
}

/// What is known of the logo, without its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredLogo {
    /// Half of the SHA-256 of its bytes, in hexadecimal digits.
    pub hash: String,
    /// Format and sides.
    pub picture: Logo,
    /// How many bytes it has.
    pub size: i64,
}

/// What an administrator can write down of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BrandText {
    /// The name of the administrator's employer.
    pub name: String,
    /// The accent colour as `#rrggbb`; empty for the one the site comes with.
    pub accent: String,
    /// The imprint as [`Imprint::of`] reads it; empty for none.
    pub imprint: String,
}

impl BrandText {
    /// Changes with any of it.
    #[must_use]
    pub fn version(&self) -> String {
        let mut hash = Sha256::new();
        for part in [&self.name, &self.accent, &self.imprint] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
        data_encoding::HEXLOWER.encode(&hash.finalize()[..6])
    }

    /// As it is kept, with everything that is wrong with it by the name of its field.
    fn checked(&self) -> Result<Self> {
        let Self { name, accent, imprint } = self;
        let kept =
            Self { name: name.trim().to_owned(), accent: accent.trim().to_lowercase(), imprint: line_feeds(imprint.trim()) };
        let colour = match (kept.accent.as_str(), Colour::parse(&kept.accent)) {
            ("", _) => None,
            (_, None) => Some(Problem::NotAChoice),
            (_, Some(colour)) => palette(colour).err().map(Problem::TooFaint),
        };
        let problems = [
            ("name", check_field(Field::LastName, &kept.name, &[])),
            ("accent", colour),
            ("imprint", check_imprint(&kept.imprint)),
        ];
        let problems: Vec<_> = problems.into_iter().filter_map(|(field, problem)| Some((field, problem?))).collect();
        if problems.is_empty() { Ok(kept) } else { Err(Error::Invalid(problems)) }
    }
}

#[derive(FromRow)]
struct Row {
    employer: Option<String>,
    accent: Option<String>,
    imprint: Option<String>,
    hash: Option<String>,
    kind: Option<String>,
    width: Option<i64>,
    height: Option<i64>,
    size: Option<i64>,
}

impl TryFrom<Row> for Brand {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let logo = match (row.hash, row.kind, row.width, row.height, row.size) {
            (Some(hash), Some(kind), Some(width), Some(height), Some(size)) => {
                let side = |side: i64| side.try_into().map_err(|_| unknown("logo.width"));
                let kind = LogoKind::from_code(&kind).ok_or_else(|| unknown("logo.kind"))?;
                Some(StoredLogo { hash, picture: Logo { kind, width: side(width)?, height: side(height)? }, size })
            }
            _ => None,
        };
        let accent = row.accent.filter(|text| !text.is_empty());
        let accent = accent.map(|text| Colour::parse(&text).ok_or_else(|| unknown("setting brand.accent"))).transpose()?;
        Ok(Self { employer: row.employer, accent, imprint: row.imprint.as_deref().and_then(Imprint::of), logo })
    }
}

impl Office {
    /// How the careers site looks. Anybody may ask.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn brand(&self) -> Result<Brand> {
        let row: Row = sqlx::query_as(
            "SELECT (SELECT name FROM employer ORDER BY created_at, id LIMIT 1) AS employer, \
             (SELECT value FROM setting WHERE name = $1) AS accent, (SELECT value FROM setting WHERE name = $2) AS imprint, \
             l.hash, l.kind, l.width, l.height, l.size FROM store s LEFT JOIN logo l ON l.id = 'logo'",
        )
        .bind(ACCENT)
        .bind(IMPRINT)
        .fetch_one(self.records.read())
        .await?;
        row.try_into()
    }

    /// The logo whose [`StoredLogo::hash`] this is. Anybody may ask.
    ///
    /// # Errors
    /// [`Error::NotFound`] if it is not, or no longer, the one that is shown; [`Error::Unavailable`].
    pub async fn logo(&self, hash: &str) -> Result<(LogoKind, Vec<u8>)> {
        let row: Option<(String, Vec<u8>)> = sqlx::query_as("SELECT kind, content FROM logo WHERE hash = $1")
            .bind(hash)
            .fetch_optional(self.records.read())
            .await?;
        let (kind, content) = row.ok_or(Error::NotFound)?;
        Ok((LogoKind::from_code(&kind).ok_or_else(|| unknown("logo.kind"))?, content))
    }

    /// Whether it is for this person to change: for what a page offers.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn may_change_brand(&self, actor: &Actor) -> Result<bool> {
        match self.allow_brand(actor).await {
            Ok(_) => Ok(true),
            Err(Error::Forbidden(_) | Error::NotFound) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Lets an administrator through whose employer's careers site it is: the first, as [`Office::brand`] shows it.
    async fn allow_brand<'a>(&self, actor: &'a Actor) -> Result<(&'a Staff, &'a EmployerId)> {
        let staff = self.allow(actor, Action::ManageSettings, Subject::House)?;
        let employer = staff.employer().ok_or(Error::NotFound)?;
        let first: Option<String> = sqlx::query_scalar("SELECT id FROM employer ORDER BY created_at, id LIMIT 1")
            .fetch_optional(self.records.read())
            .await?;
        if first.as_deref() == Some(employer.as_str()) { Ok((staff, employer)) } else { Err(Error::Forbidden(Denied::Role)) }
    }

    /// What stands written of it. Administrators of the employer whose careers site it is may call this.
    ///
    /// # Errors
    /// [`Error::Forbidden`], [`Error::NotFound`], [`Error::Unavailable`].
    pub async fn brand_text(&self, actor: &Actor) -> Result<BrandText> {
        let (_, employer) = self.allow_brand(actor).await?;
        let mut connection = self.records.read().acquire().await?;
        load(&mut connection, employer).await
    }

    /// Changes what is written of it, all or nothing, for somebody who saw it in the version `seen`.
    /// Administrators of the employer whose careers site it is may call this.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every field that needs attention (`name`, `accent`, `imprint`); [`Error::Conflict`] if somebody else
    /// changed it since; [`Error::Forbidden`], [`Error::NotFound`].
    pub async fn change_brand(&self, actor: &Actor, new: &BrandText, seen: &str) -> Result<()> {
        let (staff, employer) = self.allow_brand(actor).await?;
        let new = new.checked()?;
        let mut tx = self.records.write().await?;
        let old = load(&mut tx, employer).await?;
        if old.version() != seen {
            return Err(Error::Conflict);
        }
        for name in self.put_brand(&mut tx, employer, &old, &new, &staff.account).await? {
            self.enter(&mut tx, employer, &Entry::of(staff, Action::ManageSettings, name)).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// Takes a picture for the logo, in the place of the one before.
    /// Administrators of the employer whose careers site it is may call this.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `file`; [`Error::Forbidden`], [`Error::NotFound`].
    pub async fn put_logo(&self, actor: &Actor, content: &[u8]) -> Result<()> {
        let (staff, employer) = self.allow_brand(actor).await?;
        let Logo { kind, width, height } = recognise(content).map_err(|problem| Error::field("file", problem))?;
        let mut tx = self.records.write().await?;
        sqlx::query(
            "INSERT INTO logo (id, hash, kind, width, height, size, content, changed_at, changed_by) \
             VALUES ('logo', $1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO UPDATE SET hash = excluded.hash, kind = excluded.kind, \
             width = excluded.width, height = excluded.height, size = excluded.size, content = excluded.content, \
             changed_at = excluded.changed_at, changed_by = excluded.changed_by",
        )
        .bind(data_encoding::HEXLOWER.encode(&Sha256::digest(content)[..16]))
        .bind(kind.code())
        .bind(i64::from(width))
        .bind(i64::from(height))
        .bind(content.len() as i64)
        .bind(content)
        .bind(ms(self.now()))
        .bind(staff.account.as_str())
        .execute(&mut *tx)
        .await?;
        self.enter(&mut tx, employer, &Entry::of(staff, Action::ManageSettings, LOGO)).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Removes the logo whose [`StoredLogo::hash`] somebody saw.
    /// Administrators of the employer whose careers site it is may call this.
    ///
    /// # Errors
    /// [`Error::Conflict`] if it is not, or no longer, the one that is shown; [`Error::Forbidden`], [`Error::NotFound`].
    pub async fn remove_logo(&self, actor: &Actor, hash: &str) -> Result<()> {
        let (staff, employer) = self.allow_brand(actor).await?;
        let mut tx = self.records.write().await?;
        if sqlx::query("DELETE FROM logo WHERE hash = $1").bind(hash).execute(&mut *tx).await?.rows_affected() == 0 {
            return Err(Error::Conflict);
        }
        self.enter(&mut tx, employer, &Entry::of(staff, Action::ManageSettings, LOGO)).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Puts what differs from what stands, and answers the names of it.
    async fn put_brand(
        &self,
        tx: &mut AnyConnection,
        employer: &EmployerId,
        old: &BrandText,
        new: &BrandText,
        by: &AccountId,
    ) -> Result<Vec<&'static str>> {
        let mut changed = Vec::new();
        if old.name != new.name {
            // The command line knows an employer by its name.
            let others: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM employer WHERE name = $1 AND id <> $2")
                .bind(&new.name)
                .bind(employer.as_str())
                .fetch_one(&mut *tx)
                .await?;
            if others > 0 {
                return Err(Error::field("name", Problem::Taken));
            }
            sqlx::query("UPDATE employer SET name = $1 WHERE id = $2")
                .bind(&new.name)
                .bind(employer.as_str())
                .execute(&mut *tx)
                .await?;
            changed.push(NAME);
        }
        for (name, old, new) in [(ACCENT, &old.accent, &new.accent), (IMPRINT, &old.imprint, &new.imprint)] {
            if old != new {
                sqlx::query(
                    "INSERT INTO setting (name, value, changed_at, changed_by) VALUES ($1, $2, $3, $4) ON CONFLICT (name) DO UPDATE SET \
                     value = excluded.value, changed_at = excluded.changed_at, changed_by = excluded.changed_by",
                )
                .bind(name)
                .bind(new)
                .bind(ms(self.now()))
                .bind(by.as_str())
                .execute(&mut *tx)
                .await?;
                changed.push(name);
            }
        }
        Ok(changed)
    }
}

async fn load(connection: &mut AnyConnection, employer: &EmployerId) -> Result<BrandText> {
    let row: Option<(String, Option<String>, Option<String>)> = sqlx::query_as(
        "SELECT e.name, (SELECT value FROM setting WHERE name = $1), (SELECT value FROM setting WHERE name = $2) FROM employer e \
         WHERE e.id = $3",
    )
    .bind(ACCENT)
    .bind(IMPRINT)
    .bind(employer.as_str())
    .fetch_optional(connection)
    .await?;
    let (name, accent, imprint) = row.ok_or(Error::NotFound)?;
    Ok(BrandText { name, accent: accent.unwrap_or_default(), imprint: imprint.unwrap_or_default() })
}
