//! The receipt, and the codes on it.

use jiff::civil::Date;
use rules::retention::{Due, local_date};

use crate::{
    Office, Result,
    careers::{self, Posting},
    store::at,
};

/// What an applicant keeps: nothing else leads back to the application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The code for `/status`.
    pub code: String,
    /// The number of the certificate that will be written when everything is gone.
    pub certificate_no: String,
    /// When everything is gone, as things stand.
    pub due: Due,
    /// The posting's title.
    pub title: String,
    /// By when the application is answered, if the posting says.
    pub answer_by: Option<Date>,
}

impl Office {
    /// The receipt for a form's token that was used before.
    pub(super) async fn receipt(&self, posting: &Posting, token: &str) -> Result<Receipt> {
        self.receipt_of(&self.receipt_code(posting, token)).await
    }

    /// The receipt that belongs to a code. Whoever holds the code may call this.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] for a code that leads nowhere (any more).
    pub async fn receipt_of(&self, code: &str) -> Result<Receipt> {
        let (certificate_no, posting, received_at, due_at): (String, String, i64, Option<i64>) = sqlx::query_as(
            "SELECT certificate_no, posting_id, received_at, due_at FROM application WHERE receipt_hash = $1 AND life = 'live' \
             UNION ALL SELECT certificate_no, posting_id, received_at, NULL FROM envelope WHERE receipt_hash = $1",
        )
        .bind(self.receipt_hash(code))
        .fetch_one(self.records.read())
        .await?;
        let mut connection = self.records.read().acquire().await?;
        let posting = careers::load(&mut connection, &posting).await?;
        let due = due_at.map_or_else(|| posting.due(&self.settings.zone), |due_at| self.due_at(due_at));
        let answer_by = posting.answer_by(local_date(at(received_at), &self.settings.zone));
        Ok(Receipt { code: code.to_owned(), certificate_no, due, title: posting.title, answer_by })
    }

    /// The code follows from the token, so that a repeated form gets the same receipt while the store holds only a hash of it.
    pub(super) fn receipt_code(&self, posting: &Posting, token: &str) -> String {
        code_from(&self.house.mac.mac("receipt code", &[posting.id.as_str().as_bytes(), token.as_bytes()])[..10])
    }

    /// The hash under which a receipt code is stored.
    pub(crate) fn receipt_hash(&self, code: &str) -> String {
        let plain: String = digits(code).collect();
        data_encoding::HEXLOWER.encode(&self.house.mac.mac("receipt hash", &[plain.as_bytes()]))
    }
}

/// The digits of a code or number as somebody typed it. Blanks, dashes and letter case do not count, nor do letters that Crockford's
/// alphabet leaves out because they look like a digit.
fn digits(typed: &str) -> impl Iterator<Item = char> {
    typed.chars().filter(char::is_ascii_alphanumeric).map(|c| match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    })
}

/// A code or number as it is written: in groups of four.
pub(crate) fn written_code(typed: &str) -> String {
    let mut code = String::new();
    for (place, digit) in digits(typed).enumerate() {
        if place > 0 && place.is_multiple_of(4) {
            code.push('-');
        }
        code.push(digit);
    }
    code
}

/// Ten random bytes as sixteen characters that are hard to confuse (Crockford's alphabet), in groups of four.
pub(crate) fn code_from(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let number = bytes.iter().fold(0u128, |number, byte| (number << 8) | u128::from(*byte));
    let digits = bytes.len() * 8 / 5;
    let mut code = String::with_capacity(digits + digits / 4);
    for digit in (0..digits).rev() {
        code.push(ALPHABET[(number >> (5 * digit)) as usize & 31] as char);
        if digit > 0 && digit.is_multiple_of(4) {
            code.push('-');
        }
    }
    code
}
