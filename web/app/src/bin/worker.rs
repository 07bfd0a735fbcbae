//! Where everything is read and compared, off the page's thread. It can reach no network.

fn main() {
    tieout_app::engine::serve();
}
