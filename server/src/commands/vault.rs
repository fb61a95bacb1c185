//! `ablauf vault`: the sealed format, for tests and for other implementations.

use std::io::{self, Write as _};

use clap::{Args, Subcommand};
use server::environment;
use vault::{Context, Key, cobblestone};

use super::Outcome;

#[derive(Subcommand)]
pub(crate) enum Vault {
    /// Seal standard input.
    Seal(Parameters),
    /// Open standard input; what cannot be authenticated is not printed.
    Open(Parameters),
}

#[derive(Args)]
pub(crate) struct Parameters {
    /// The key, 64 hexadecimal digits.
    #[arg(long, value_name = "K")]
    key_hex: String,
    /// The context, in hexadecimal; may be empty.
    #[arg(long, value_name = "C", default_value = "")]
    context_hex: String,
}

impl Vault {
    pub(crate) fn run(self) -> Outcome {
        let (mut input, mut output) = (io::stdin().lock(), io::BufWriter::new(io::stdout().lock()));
        match self {
            Self::Seal(parameters) => {
                let (key, context) = parameters.parse()?;
                cobblestone::copy_seal(&key, &context, &environment::rng(), &mut input, &mut output)?;
            }
            Self::Open(parameters) => {
                let (key, context) = parameters.parse()?;
                cobblestone::copy_open(&key, &context, &mut input, &mut output)?;
            }
        }
        output.flush()?;
        Ok(())
    }
}

impl Parameters {
    fn parse(&self) -> Result<(Key, Context), Box<dyn std::error::Error>> {
        let hex = |text: &str| data_encoding::HEXLOWER_PERMISSIVE.decode(text.as_bytes());
        let key: [u8; 32] =
            hex(&self.key_hex).ok().and_then(|key| key.try_into().ok()).ok_or("--key-hex takes 64 hexadecimal digits")?;
        let context = hex(&self.context_hex).map_err(|_| "--context-hex takes hexadecimal digits")?;
        Ok((Key::from_bytes(key), Context::raw(context)))
    }
}
