//! A stand-in for Transit, the key service of HashiCorp Vault and OpenBao: a server on loopback that follows their published HTTP API as
//! far as it is used here. It really encrypts, keeps the versions of its key, and answers errors in the published form.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, Method, StatusCode, Uri},
};
use data_encoding::BASE64;
use serde_json::{Value, json};
use vault::{Context, Key};

type Fill = dyn Fn(&mut [u8]) + Send + Sync;

/// What it knows.
pub(crate) struct Service {
    /// The versions that are left. What was trimmed is nowhere any more.
    versions: BTreeMap<u64, Key>,
    min_decryption_version: u64,
    min_encryption_version: u64,
    min_available_version: u64,
    /// Whose requests are answered.
    pub(crate) token: String,
    /// The namespace that requests must name.
    pub(crate) namespace: Option<String>,
    /// The rights of the token, by the path below the mount.
    pub(crate) rights: Vec<(String, &'static str)>,
    /// Nothing is answered but that it is sealed.
    pub(crate) sealed: bool,
    /// Each answer comes so late.
    pub(crate) delay: Duration,
    /// So many requests are refused with 500 before one is served.
    pub(crate) hiccups: u32,
    /// What was asked, in order: method and path.
    pub(crate) asked: Vec<String>,
    random: Box<Fill>,
}

/// The running server. It ends with the runtime of the test.
#[derive(Clone)]
pub(crate) struct Transit {
    service: Arc<Mutex<Service>>,
    pub(crate) url: String,
}

const KEY: &str = "ablauf";

impl Transit {
    /// Starts one that has a key `ablauf` in its first version.
    pub(crate) async fn start(random: impl Fn(&mut [u8]) + Send + Sync + 'static) -> Self {
        let rights = ["encrypt/ablauf", "decrypt/ablauf", "keys/ablauf/rotate", "keys/ablauf/config", "keys/ablauf/trim"];
        let rights = rights.map(|path| (path.to_owned(), "update")).into_iter().chain([("keys/ablauf".to_owned(), "read")]);
        let service = Service {
            versions: BTreeMap::from([(1, Key::generate(&random))]),
            min_decryption_version: 1,
            min_encryption_version: 0,
            min_available_version: 0,
            token: "hvs.the-token-of-the-test".to_owned(),
            namespace: None,
            rights: rights.collect(),
            sealed: false,
            delay: Duration::ZERO,
            hiccups: 0,
            asked: Vec::new(),
            random: Box::new(random),
        };
        let service = Arc::new(Mutex::new(service));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let app = Router::new().fallback(answer).with_state(service.clone());
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self { service, url }
    }

    pub(crate) fn service(&self) -> MutexGuard<'_, Service> {
        self.service.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether a ciphertext opens, for whoever may do everything.
    pub(crate) fn opens(&self, ciphertext: &str, associated: &str) -> bool {
        self.service().decrypt(&json!({ "ciphertext": ciphertext, "associated_data": associated })).is_ok()
    }
}

impl Service {
    fn latest(&self) -> u64 {
        self.versions.keys().last().copied().unwrap_or_default()
    }

    fn answer(&mut self, method: &Method, path: &str, headers: &HeaderMap, body: &Value) -> (StatusCode, Value) {
        let header = |name| headers.get(name).and_then(|value| value.to_str().ok());
        if self.sealed {
            return (StatusCode::SERVICE_UNAVAILABLE, errors("Vault is sealed"));
        }
        if self.hiccups > 0 {
            self.hiccups -= 1;
            return (StatusCode::INTERNAL_SERVER_ERROR, errors("internal error"));
        }
        if header("x-vault-token") != Some(self.token.as_str()) {
            return (StatusCode::FORBIDDEN, errors("permission denied"));
        }
        if header("x-vault-namespace") != self.namespace.as_deref() {
            return (StatusCode::FORBIDDEN, errors("permission denied"));
        }
        if path == "sys/capabilities-self" {
            let granted = body["paths"].as_array().into_iter().flatten().filter_map(Value::as_str).map(|path| {
                let below = path.strip_prefix("transit/").unwrap_or(path);
                let rights: Vec<_> = self.rights.iter().filter(|(path, _)| path == below).map(|(_, right)| *right).collect();
                (path.to_owned(), if rights.is_empty() { json!(["deny"]) } else { json!(rights) })
            });
            return (StatusCode::OK, json!({ "data": granted.collect::<serde_json::Map<_, _>>() }));
        }
        let Some(below) = path.strip_prefix("transit/") else {
            return (StatusCode::NOT_FOUND, errors(&format!("no handler for route \"{path}\"")));
        };
        let right = if method == Method::GET { "read" } else { "update" };
        let (act, name) = match below.split('/').collect::<Vec<_>>()[..] {
            [act @ ("encrypt" | "decrypt"), name] => (act.to_owned(), name),
            ["keys", name] => ("read".to_owned(), name),
            ["keys", name, act] => (act.to_owned(), name),
            _ => return (StatusCode::NOT_FOUND, errors("unsupported path")),
        };
        // The rights hold for a key of any name: what is told of one that is not there can be seen.
        if !self.rights.iter().any(|(path, granted)| path == &below.replacen(name, KEY, 1) && *granted == right) {
            return (StatusCode::FORBIDDEN, errors("1 error occurred:\n\t* permission denied\n\n"));
        }
        if name != KEY {
            return match act.as_str() {
                "read" => (StatusCode::NOT_FOUND, json!({ "errors": [] })),
                _ => (StatusCode::BAD_REQUEST, errors("encryption key not found")),
            };
        }
        let done = match act.as_str() {
            "encrypt" => self.encrypt(body),
            "decrypt" => self.decrypt(body),
            "rotate" => self.rotate(),
            "config" => self.config(body),
            "trim" => self.trim(body),
            "read" => Ok(self.described()),
            _ => return (StatusCode::NOT_FOUND, errors("unsupported path")),
        };
        match done {
            Ok(Value::Null) => (StatusCode::NO_CONTENT, Value::Null),
            Ok(data) => (StatusCode::OK, json!({ "data": data })),
            Err(words) => (StatusCode::BAD_REQUEST, errors(words)),
        }
    }

    fn described(&self) -> Value {
        json!({
            "name": KEY, "type": "aes256-gcm96", "supports_encryption": true, "supports_decryption": true,
            "latest_version": self.latest(), "min_decryption_version": self.min_decryption_version,
            "min_encryption_version": self.min_encryption_version, "min_available_version": self.min_available_version,
        })
    }

    fn encrypt(&self, body: &Value) -> Result<Value, &'static str> {
        let plaintext = BASE64.decode(text(body, "plaintext").as_bytes()).map_err(|_| "failed to base64-decode plaintext")?;
        let (version, context) = (self.latest(), Context::raw(text(body, "associated_data").into_bytes()));
        let sealed = vault::seal(&self.versions[&version], &context, &*self.random, &plaintext);
        Ok(json!({ "ciphertext": format!("vault:v{version}:{}", BASE64.encode(&sealed)), "key_version": version }))
    }

    fn decrypt(&self, body: &Value) -> Result<Value, &'static str> {
        let ciphertext = text(body, "ciphertext");
        let rest = ciphertext.strip_prefix("vault:v").ok_or("invalid ciphertext: no prefix")?;
        let (version, sealed) = rest.split_once(':').ok_or("invalid ciphertext: wrong number of fields")?;
        let version: u64 = version.parse().map_err(|_| "invalid ciphertext: version number could not be decoded")?;
        if version > self.latest() {
            return Err("invalid ciphertext: version is too new");
        }
        if version < self.min_decryption_version {
            return Err("ciphertext or signature version is disallowed by policy (too old)");
        }
        let key = self.versions.get(&version).ok_or("ciphertext or signature version is disallowed by policy (too old)")?;
        let context = Context::raw(text(body, "associated_data").into_bytes());
        let sealed = BASE64.decode(sealed.as_bytes()).map_err(|_| "invalid ciphertext: could not decode base64")?;
        let plaintext = vault::open(key, &context, &sealed).map_err(|_| "cipher: message authentication failed")?;
        Ok(json!({ "plaintext": BASE64.encode(&plaintext) }))
    }

    fn rotate(&mut self) -> Result<Value, &'static str> {
        let next = self.latest() + 1;
        self.versions.insert(next, Key::generate(&*self.random));
        Ok(Value::Null)
    }

    fn config(&mut self, body: &Value) -> Result<Value, &'static str> {
        let of = |name: &str, now: u64| body[name].as_u64().unwrap_or(now);
        let decryption = of("min_decryption_version", self.min_decryption_version);
        let encryption = of("min_encryption_version", self.min_encryption_version);
        if decryption > self.latest() {
            return Err("cannot set min decryption version of a greater value than the latest version");
        }
        if encryption > self.latest() {
            return Err("cannot set min encryption version of a greater value than the latest version");
        }
        if encryption > 0 && encryption < decryption {
            return Err(
                "cannot set min encryption/decryption values; min encryption version would be lower than min decryption version",
            );
        }
        if decryption < self.min_available_version || encryption < self.min_available_version {
            return Err("min decryption version should not be less then min available version");
        }
        (self.min_decryption_version, self.min_encryption_version) = (decryption, encryption);
        Ok(Value::Null)
    }

    fn trim(&mut self, body: &Value) -> Result<Value, &'static str> {
        let least = body["min_available_version"].as_u64().ok_or("missing min_available_version")?;
        if least < self.min_available_version {
            return Err("minimum available version cannot be decremented");
        }
        if self.min_encryption_version == 0 {
            return Err("minimum available version cannot be set when minimum encryption version is not set");
        }
        if least > self.min_encryption_version {
            return Err("minimum available version cannot be greater than minmum encryption version");
        }
        if least > self.min_decryption_version {
            return Err("minimum available version cannot be greater than minimum decryption version");
        }
        self.min_available_version = least;
        self.versions.retain(|version, _| *version >= least);
        Ok(Value::Null)
    }
}

async fn answer(
    State(service): State<Arc<Mutex<Service>>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> (StatusCode, String) {
    let body = serde_json::from_slice(&body).unwrap_or(Value::Null);
    let path = uri.path().strip_prefix("/v1/").unwrap_or_default().to_owned();
    let lock = || service.lock().unwrap_or_else(PoisonError::into_inner);
    let delay = {
        let mut service = lock();
        service.asked.push(format!("{method} {path}"));
        service.delay
    };
    tokio::time::sleep(delay).await;
    let (status, value) = lock().answer(&method, &path, &headers, &body);
    (status, if value.is_null() { String::new() } else { value.to_string() })
}

fn text(body: &Value, name: &str) -> String {
    body[name].as_str().unwrap_or_default().to_owned()
}

fn errors(words: &str) -> Value {
    json!({ "errors": [words] })
}
