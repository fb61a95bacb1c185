//! The real binary, serving, with a connection of its own for each request.

use std::process::{ExitStatus, Stdio};

use axum::{
    body::Body,
    http::{HeaderName, HeaderValue, Request},
};
use http_body_util::BodyExt as _;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader},
    net::TcpStream,
    process::{Child, Command},
};

use super::{Place, Reply};

/// A running `ablauf serve`, which ends with this.
pub(crate) struct Served {
    /// The process.
    pub(crate) child: Child,
    address: String,
}

impl Served {
    /// Starts it over a place with `environment` set; what it writes on standard error goes to `errors`. How it ended, if it did so
    /// before it served.
    pub(crate) async fn start(place: &Place, environment: &[(&str, &str)], errors: Stdio) -> Result<Self, ExitStatus> {
        let mut command = Command::from(place.ablauf(["serve", "--listen", "127.0.0.1:0"]));
        command.envs(environment.iter().copied()).stdout(Stdio::piped()).stderr(errors).kill_on_drop(true);
        let mut child = command.spawn().expect("the binary starts");
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let Some(line) = lines.next_line().await.expect("its output") else {
            return Err(child.wait().await.expect("it ends"));
        };
        let address = line.rsplit_once("http://").expect("an address").1.to_owned();
        Ok(Self { child, address })
    }

    /// Where it serves.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// Sends a request and reads the answer, its body as it came, in chunks. `None` if the process died before the head had left.
    pub(crate) async fn send(&self, request: Request<Body>) -> Option<Reply> {
        self.send_over(TcpStream::connect(&self.address).await.ok()?, request).await
    }

    /// As [`Served::send`], over a connection to it.
    pub(crate) async fn send_over(&self, mut stream: TcpStream, request: Request<Body>) -> Option<Reply> {
        let (parts, body) = request.into_parts();
        let body = body.collect().await.expect("a body").to_bytes();
        let mut head = format!("{} {} HTTP/1.1\r\nHost: {}\r\n", parts.method, parts.uri, self.address);
        for (name, value) in &parts.headers {
            head += &format!("{name}: {}\r\n", value.to_str().expect("text"));
        }
        head += &format!("Content-Length: {}\r\nConnection: close\r\n\r\n", body.len());
        stream.write_all(head.as_bytes()).await.ok()?;
        stream.write_all(&body).await.ok()?;
        let mut answer = Vec::new();
        // A process that dies may reset the connection: what came before counts.
        drop(stream.read_to_end(&mut answer).await);
        read(&answer)
    }
}

fn read(answer: &[u8]) -> Option<Reply> {
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n")?;
    let mut lines = std::str::from_utf8(&answer[..end]).ok()?.split("\r\n");
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let header = |line: &str| {
        let (name, value) = line.split_once(": ")?;
        Some((HeaderName::try_from(name).ok()?, HeaderValue::try_from(value).ok()?))
    };
    Some(Reply { status, headers: lines.filter_map(header).collect(), bytes: answer[end + 4..].to_vec() })
}
