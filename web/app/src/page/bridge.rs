//! The page's end of the worker: it can be ended while it is busy, and heard when it dies.
//!
//! `gloo-worker` hides the worker behind its own bridge and offers neither, so the thread is held by hand here.

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Array, Object, Promise, Reflect, WebAssembly};
use wasm_bindgen::convert::FromWasmAbi;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, ErrorEvent, Event, MessageEvent, RequestCache, RequestInit, Response, Url, Worker,
    WorkerOptions, WorkerType,
};

use crate::protocol::{News, Reply, Request, pack, unpack};

/// What a program is fetched from, and what is added to its script.
#[derive(Debug, Clone, Copy)]
pub(super) struct Parts {
    /// The address of its script.
    pub(super) script: &'static str,
    /// The address of its module.
    pub(super) module: &'static str,
    /// Turns the script into a worker's that waits for its compiled module instead of fetching it.
    pub(super) start: &'static str,
}

/// The parts of the engine.
pub(super) const ENGINE: Parts = Parts {
    script: "./worker.js",
    module: "./worker_bg.wasm",
    start: "\naddEventListener('message', ({ data }) => initSync({ module: data }), { once: true });\n",
};

/// A worker's program, fetched and compiled once, so that a worker can be started without a network.
#[derive(Debug, Clone)]
pub(super) struct Program {
    script_url: String,
    module: WebAssembly::Module,
}

impl Program {
    /// Fetches and compiles the program.
    ///
    /// The script runs from a `blob:` address, which makes the worker inherit the page's policy. A worker that is
    /// loaded by its own address has only what its response's headers say, and a static host says nothing.
    pub(super) async fn fetch(parts: Parts) -> Result<Self, String> {
        let (script, binary) = (fetch(parts.script).await?, fetch(parts.module).await?);
        let text = settle(script.text()).await?;
        let bytes = settle(binary.array_buffer()).await?;
        let module = settle(Ok(WebAssembly::compile(&bytes))).await?;
        let options = BlobPropertyBag::new();
        options.set_type("text/javascript");
        let blob =
            Blob::new_with_str_sequence_and_options(&Array::of2(&text, &parts.start.into()), &options).map_err(said)?;
        Ok(Self { script_url: Url::create_object_url_with_blob(&blob).map_err(said)?, module: module.unchecked_into() })
    }
}

async fn fetch(path: &str) -> Result<Response, String> {
    let options = RequestInit::new();
    // The name carries no hash, so that an old copy would be as good as a new one.
    options.set_cache(RequestCache::NoCache);
    let window = web_sys::window().ok_or("there is no window")?;
    let response: Response = settle(Ok(window.fetch_with_str_and_init(path, &options))).await?.unchecked_into();
    if response.ok() { Ok(response) } else { Err(format!("{path}: {} {}", response.status(), response.status_text())) }
}

async fn settle<T: FromWasmAbi + 'static>(promise: Result<Promise<T>, JsValue>) -> Result<T, String> {
    JsFuture::from(promise.map_err(said)?).await.map_err(said)
}

fn said(error: JsValue) -> String {
    let message = Reflect::get(&error, &"message".into()).ok().and_then(|message| message.as_string());
    message.unwrap_or_else(|| String::from(Object::from(error).to_string()))
}

/// A worker that was started from its program, and heard. It ends when this is dropped, whatever it is doing.
#[derive(Debug)]
pub(super) struct Started {
    worker: Worker,
    _ears: [EventListener; 2],
}

impl Started {
    /// Starts a worker. What it says is heard as it comes, and so are its last words.
    pub(super) fn new(
        program: &Program,
        hear: impl Fn(JsValue) + 'static,
        mourn: impl Fn(String) + 'static,
    ) -> Result<Self, String> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&program.script_url, &options).map_err(said)?;
        let hear = move |event: &Event| hear(event.unchecked_ref::<MessageEvent>().data());
        let mourn = move |event: &Event| {
            event.prevent_default();
            mourn(event.unchecked_ref::<ErrorEvent>().message());
        };
        let ears = [
            EventListener::new(&worker, "message", hear),
            EventListener::new_with_options(&worker, "error", EventListenerOptions::enable_prevent_default(), mourn),
        ];
        worker.post_message(&program.module).map_err(said)?;
        Ok(Self { worker, _ears: ears })
    }

    /// Tells the worker something. Messages are heard in the order in which they are sent, also those sent before it is up.
    pub(super) fn tell(&self, message: &JsValue) {
        // What cannot be posted is a file that is gone; the worker would say the same.
        let _ = self.worker.post_message(message);
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// The running engine.
#[derive(Debug)]
pub(super) struct Bridge(Started);

impl Bridge {
    /// Starts the engine.
    pub(super) fn start(program: &Program, hear: impl Fn(Reply) + Clone + 'static) -> Result<Self, String> {
        let mourner = hear.clone();
        let mourn = move |last_words| mourner(Reply { news: News::Died(last_words), requests: 0 });
        Started::new(program, move |data| hear(unpack(data)), mourn).map(Self)
    }

    /// Asks the engine.
    pub(super) fn ask(&self, request: &Request) {
        self.0.tell(&pack(request));
    }
}
