//! The token of a form: random text with the instant at which the form was made, under the house's MAC. So a form that comes back tells how
//! old it is, to every process of the house, and nothing is stored before it is sent (docs/PROMISES.md, n19).

use jiff::Timestamp;

use crate::{Office, Result, careers::Posting, store::ms};

impl Office {
    /// A fresh token for the form of a posting: 128 random bits in hexadecimal, unix milliseconds, 128 bits of a MAC in hexadecimal. Anybody
    /// may call this.
    #[must_use]
    pub fn form_token(&self, posting: &Posting) -> String {
        let made = format!("{}.{}", data_encoding::HEXLOWER.encode(&self.rng.bytes::<16>()), ms(self.now()));
        let mac = self.house.mac.mac(LABEL, &[posting.id.as_str().as_bytes(), made.as_bytes()]);
        format!("{made}.{}", data_encoding::HEXLOWER.encode(&mac[..16]))
    }

    /// When the form with this token was made; `None` if the token is none of ours for this posting. Anybody may call this.
    #[must_use]
    pub fn form_made_at(&self, posting: &Posting, token: &str) -> Option<Timestamp> {
        let (made, mac) = token.rsplit_once('.')?;
        let mac = data_encoding::HEXLOWER.decode(mac.as_bytes()).ok()?;
        let parts = [posting.id.as_str().as_bytes(), made.as_bytes()];
        self.house.mac.is_mac(LABEL, &parts, mac.as_slice().try_into().ok()?).then_some(())?;
        Timestamp::from_millisecond(made.rsplit_once('.')?.1.parse().ok()?).ok()
    }

    /// Whether a form with this token was taken. It cannot make another application; all it can have is its receipt. Anybody may call this.
    ///
    /// # Errors
    /// [`crate::Error::Unavailable`].
    pub async fn was_taken(&self, posting: &Posting, token: &str) -> Result<bool> {
        let count: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM submission WHERE token_hash = $1")
            .bind(self.token_hash(posting, token))
            .fetch_one(self.records.read())
            .await?;
        Ok(count > 0)
    }
}

const LABEL: &str = "form token";
