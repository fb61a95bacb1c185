//! Transit, the key service of HashiCorp Vault and OpenBao (their HTTP API, "Transit secrets engine"): it seals the generation key
//! with a key that never leaves it, and destroys versions of that key for good.

use std::time::Duration;

use bytes::Bytes;
use data_encoding::BASE64;
use reqwest::{Client, Method, StatusCode, header::HeaderValue, redirect::Policy};
use serde_json::{Value, json};
use vault::GenerationKey;
use zeroize::{Zeroize as _, Zeroizing};

use crate::{
    Error, Result,
    settings::{SecretPlace, TransitSettings},
};

/// One answer is waited for this long.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long to wait before each further try, when no answer came or one that may differ in a moment.
const PAUSES: [Duration; 2] = [Duration::from_millis(300), Duration::from_millis(1000)];

/// What is asked or answered. Its texts are overwritten once it is dropped: a key may be among them.
struct Words(Value);

impl Drop for Words {
    fn drop(&mut self) {
        wipe(&mut self.0);
    }
}

fn wipe(value: &mut Value) {
    match value {
        Value::String(text) => text.zeroize(),
        Value::Array(values) => values.iter_mut().for_each(wipe),
        Value::Object(values) => values.values_mut().for_each(wipe),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

impl Words {
    /// As bytes that are overwritten once the client has sent them.
    fn to_bytes(&self) -> Bytes {
        // More than the longest question: a buffer that grew would leave its beginning behind.
        let mut bytes = Zeroizing::new(Vec::with_capacity(4096));
        // Into memory nothing fails.
        _ = serde_json::to_writer(&mut *bytes, &self.0);
        Bytes::from_owner(bytes)
    }
}

/// A key at a key service.
pub(crate) struct Transit {
    client: Client,
    settings: TransitSettings,
}

impl Transit {
    pub(super) fn of(settings: &TransitSettings) -> Result<Self> {
        let refused = |words: &str| Err(Error::Unavailable(format!("Transit: {words}")));
        let url = reqwest::Url::parse(&settings.url).ok().filter(|url| url.host_str().is_some());
        let Some(url) = url else { return refused("ABLAUF_TRANSIT_URL is no address") };
        // Its words would stand in logs, and the service asks for none.
        if !url.username().is_empty() || url.password().is_some() {
            return refused("ABLAUF_TRANSIT_URL may name no user and no password: the token has a variable of its own");
        }
        if url.query().is_some() || url.fragment().is_some() {
            return refused("ABLAUF_TRANSIT_URL may have nothing behind its path");
        }
        let local = matches!(url.host_str(), Some("127.0.0.1" | "localhost" | "[::1]"));
        if url.scheme() != "https" && !(url.scheme() == "http" && local) {
            return refused("ABLAUF_TRANSIT_URL must begin with https: the generation key travels there");
        }
        let plain = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b));
        if !plain(&settings.key) || !settings.mount.split('/').all(plain) {
            return refused("ABLAUF_TRANSIT_KEY and ABLAUF_TRANSIT_MOUNT consist of letters, digits, '-', '_' and '.'");
        }
        // No redirect is followed: the token goes to the address that the operator named, and to no other.
        let client = Client::builder().timeout(PATIENCE).redirect(Policy::none()).no_proxy().build();
        let client = client.map_err(|_| Error::Unavailable("Transit: no client for TLS can be made here".to_owned()))?;
        Ok(Self { client, settings: settings.clone() })
    }

    /// Seals a generation key under the newest version. Store and generation are bound to it.
    pub(super) async fn seal(&self, store: &str, generation: &str, key: &GenerationKey) -> Result<String> {
        // Who may create keys would make one of any mistyped name by sealing with it.
        self.described().await?;
        let plaintext = Zeroizing::new(BASE64.encode(key.expose()));
        let body = json!({ "plaintext": plaintext.as_str(), "associated_data": bound_to(store, generation) });
        let answer = self.post(&format!("encrypt/{}", self.settings.key), body).await?;
        text(&answer, "ciphertext").map(str::to_owned)
    }

    /// Opens what [`Transit::seal`] answered, as long as its version is there.
    pub(super) async fn open(&self, store: &str, generation: &str, ciphertext: &str) -> Result<GenerationKey> {
        let body = json!({ "ciphertext": ciphertext, "associated_data": bound_to(store, generation) });
        let answer = self.post(&format!("decrypt/{}", self.settings.key), body).await?;
        let bytes = BASE64.decode(text(&answer, "plaintext")?.as_bytes()).ok().map(Zeroizing::new);
        let bytes = bytes.and_then(|bytes| <[u8; 32]>::try_from(bytes.as_slice()).ok());
        bytes
            .map(GenerationKey::from_bytes)
            .ok_or_else(|| Error::Unavailable("Transit opens something that is no key".to_owned()))
    }

    /// Makes a new version of the key, under which everything is sealed from now on; not again where a turn that came no further has
    /// made one after that of `ciphertext`.
    pub(super) async fn rotate_past(&self, ciphertext: &str) -> Result<()> {
        let version = version_of(ciphertext)?;
        if self.described().await?["latest_version"].as_u64().is_some_and(|latest| latest > version) {
            return Ok(());
        }
        self.post(&format!("keys/{}/rotate", self.settings.key), json!({})).await.map(drop)
    }

    /// Destroys every version before the one that made `ciphertext`: first they may not be used, then they are gone.
    pub(super) async fn forget_before(&self, ciphertext: &str) -> Result<()> {
        let version = version_of(ciphertext)?;
        let described = self.described().await?;
        if described["min_available_version"].as_u64().is_some_and(|available| available >= version) {
            return Ok(());
        }
        let key = format!("keys/{}", self.settings.key);
        let least = json!({ "min_decryption_version": version, "min_encryption_version": version });
        self.post(&format!("{key}/config"), least).await?;
        self.post(&format!("{key}/trim"), json!({ "min_available_version": version })).await.map(drop)
    }

    /// What is wrong with it, each in words. Nothing is changed.
    pub(super) async fn examine(&self) -> Vec<String> {
        match self.described().await {
            Err(error) => return vec![error.words()],
            Ok(key) if key["supports_decryption"] == json!(false) => {
                return vec![format!("Transit's key {} cannot seal", self.settings.key)];
            }
            Ok(_) => {}
        }
        let rights = self.rights();
        let paths: Vec<&str> = rights.iter().map(|(path, _)| path.as_str()).collect();
        let answer = match self.call(Method::POST, "sys/capabilities-self", Some(json!({ "paths": paths }))).await {
            Ok(answer) => answer,
            Err(error) => return vec![format!("what Transit's token may do cannot be found out: {}", error.words())],
        };
        let granted = |path: &str, right: &str| {
            let rights = answer.0.get(path).or_else(|| answer.0["data"].get(path)).and_then(Value::as_array);
            rights.is_some_and(|rights| rights.iter().any(|granted| granted == right || granted == "root"))
        };
        let missing = rights.iter().filter(|(path, right)| !granted(path, right));
        missing.map(|(path, right)| format!("Transit's token has no right to {right} {path}")).collect()
    }

    fn rights(&self) -> Vec<(String, &'static str)> {
        let TransitSettings { mount, key, .. } = &self.settings;
        let rotate = ["rotate", "config", "trim"].map(|what| (format!("{mount}/keys/{key}/{what}"), "update"));
        [(format!("{mount}/encrypt/{key}"), "update"), (format!("{mount}/decrypt/{key}"), "update")]
            .into_iter()
            .chain(rotate)
            .chain([(format!("{mount}/keys/{key}"), "read")])
            .collect()
    }

    async fn described(&self) -> Result<Value> {
        let path = format!("{}/keys/{}", self.settings.mount, self.settings.key);
        let mut answer = self.call(Method::GET, &path, None).await?;
        Ok(answer.0["data"].take())
    }

    async fn post(&self, path: &str, body: Value) -> Result<Words> {
        self.call(Method::POST, &format!("{}/{path}", self.settings.mount), Some(body)).await
    }

    /// Asks once, and again after each pause while that may help. What is asked here may be asked twice: at worst one version more is
    /// made.
    async fn call(&self, method: Method, path: &str, body: Option<Value>) -> Result<Words> {
        let body = body.map(|body| Words(body).to_bytes());
        let mut pauses = PAUSES.into_iter();
        loop {
            let (words, again) = match self.ask(&method, path, body.clone()).await? {
                Ok((status, answer)) if status.is_success() => return Ok(answer),
                Ok((status, answer)) => {
                    let again = status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS;
                    (self.refused(status, &method, path, &answer.0), again)
                }
                Err(why) => (format!("Transit at {} {why}", self.settings.url), true),
            };
            match pauses.next() {
                Some(pause) if again => tokio::time::sleep(pause).await,
                _ => return Err(Error::Unavailable(words)),
            }
        }
    }

    async fn ask(&self, method: &Method, path: &str, body: Option<Bytes>) -> Result<Result<(StatusCode, Words), &'static str>> {
        let address = format!("{}/v1/{path}", self.settings.url.trim_end_matches('/'));
        // Read with each question: an agent may have renewed it.
        let token = token(&self.settings.token)?;
        let mut request =
            self.client.request(method.clone(), address).header("X-Vault-Token", token).header("X-Vault-Request", "true");
        if let Some(namespace) = &self.settings.namespace {
            request = request.header("X-Vault-Namespace", namespace);
        }
        if let Some(body) = body {
            request = request.header("Content-Type", "application/json").body(body);
        }
        let why = |error: reqwest::Error| if error.is_timeout() { "does not answer in time" } else { "does not answer" };
        let answered = async {
            let answer = request.send().await?;
            let status = answer.status();
            Ok((status, Zeroizing::new(answer.bytes().await?.to_vec())))
        };
        Ok(match answered.await {
            Ok((status, bytes)) => Ok((status, Words(serde_json::from_slice(&bytes).unwrap_or(Value::Null)))),
            Err(error) => Err(why(error)),
        })
    }

    /// A refusal in words that say what to do. The service's own words are added where it gives some: they name no secret.
    fn refused(&self, status: StatusCode, method: &Method, path: &str, answer: &Value) -> String {
        let TransitSettings { mount, key, .. } = &self.settings;
        let said: String =
            answer["errors"][0].as_str().unwrap_or_default().chars().filter(|c| !c.is_control()).take(200).collect();
        let right = if method == Method::GET { "read" } else { "update" };
        match status {
            StatusCode::FORBIDDEN => {
                format!("Transit refuses: the token is not valid (any more), or has no right to {right} {path}")
            }
            StatusCode::NOT_FOUND => format!("Transit has no key {key}, or nothing is mounted at {mount}"),
            _ if said.contains("key not found") => format!("Transit has no key {key}"),
            _ if said.contains("too old") => {
                format!("Transit has destroyed the version of {key} that sealed this generation key: it opens nothing any more")
            }
            StatusCode::SERVICE_UNAVAILABLE => format!("Transit at {} is sealed, or in maintenance", self.settings.url),
            status if status.is_redirection() => {
                format!("Transit at {} answers with a redirect: name the active node in ABLAUF_TRANSIT_URL", self.settings.url)
            }
            status if said.is_empty() => format!("Transit answers {} to {path}", status.as_u16()),
            status => format!("Transit answers {} to {path}: {said}", status.as_u16()),
        }
    }
}

/// What is bound to the sealed key, so that it opens for no other store or generation.
fn bound_to(store: &str, generation: &str) -> String {
    BASE64.encode(format!("ablauf generation key\n{store}\n{generation}").as_bytes())
}

/// The version in `vault:v7:...`.
fn version_of(ciphertext: &str) -> Result<u64> {
    let version = ciphertext.split(':').nth(1).and_then(|version| version.strip_prefix('v')).and_then(|v| v.parse().ok());
    version.ok_or_else(|| Error::Unavailable("what Transit sealed names no version".to_owned()))
}

fn text<'a>(answer: &'a Words, name: &str) -> Result<&'a str> {
    answer.0["data"][name].as_str().ok_or_else(|| Error::Unavailable(format!("Transit answers without {name}")))
}

/// The token as a header that nothing prints.
fn token(place: &SecretPlace) -> Result<HeaderValue> {
    let token = match place {
        SecretPlace::Value(token) => Zeroizing::new(token.expose().to_owned()),
        SecretPlace::File(path) => {
            let token = std::fs::read_to_string(path).map(Zeroizing::new);
            token.map_err(|error| Error::Unavailable(format!("ABLAUF_TRANSIT_TOKEN_FILE: {}", error.kind())))?
        }
    };
    let mut header = HeaderValue::from_str(token.trim())
        .map_err(|_| Error::Unavailable("Transit's token holds signs that no token has".to_owned()))?;
    header.set_sensitive(true);
    Ok(header)
}
