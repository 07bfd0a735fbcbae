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

/// Turns the worker's script into one that waits for its compiled module instead of fetching it.
const START: &str = "\naddEventListener('message', ({ data }) => initSync({ module: data }), { once: true });\n";

/// The worker's program, fetched and compiled once, so that a worker can be started without a network.
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
    pub(super) async fn fetch() -> Result<Self, String> {
        let (script, binary) = (fetch("./worker.js").await?, fetch("./worker_bg.wasm").await?);
        let text = settle(script.text()).await?;
        let bytes = settle(binary.array_buffer()).await?;
        let module = settle(Ok(WebAssembly::compile(&bytes))).await?;
        let options = BlobPropertyBag::new();
        options.set_type("text/javascript");
        let blob =
            Blob::new_with_str_sequence_and_options(&Array::of2(&text, &START.into()), &options).map_err(said)?;
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

/// A running worker. It ends when this is dropped, whatever it is doing.
#[derive(Debug)]
pub(super) struct Bridge {
    worker: Worker,
    _ears: [EventListener; 2],
}

impl Bridge {
    /// Starts a worker.
    pub(super) fn start(program: &Program, hear: impl Fn(Reply) + Clone + 'static) -> Result<Self, String> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&program.script_url, &options).map_err(said)?;
        let mourner = hear.clone();
        let hear = move |event: &Event| hear(unpack(event.unchecked_ref::<MessageEvent>().data()));
        let mourn = move |event: &Event| {
            event.prevent_default();
            mourner(Reply { news: News::Died(event.unchecked_ref::<ErrorEvent>().message()), requests: 0 });
        };
        let ears = [
            EventListener::new(&worker, "message", hear),
            EventListener::new_with_options(&worker, "error", EventListenerOptions::enable_prevent_default(), mourn),
        ];
        worker.post_message(&program.module).map_err(said)?;
        Ok(Self { worker, _ears: ears })
    }

    /// Asks the worker. Messages are heard in the order in which they are sent, also those sent before it is up.
    pub(super) fn ask(&self, request: &Request) {
        // What cannot be posted is a file that is gone; the worker would say the same.
        let _ = self.worker.post_message(&pack(request));
    }
}

impl Drop for Bridge {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}
