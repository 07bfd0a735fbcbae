//! What people see. It holds handles of files, never their contents.

fn main() {
    tieout_app::page::open();
}
