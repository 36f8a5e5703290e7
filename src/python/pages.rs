//! Give children the page tables of code that the zygote runs.
//!
//! A fork copies the page tables of memory that a process has changed, and leaves those of mapped files to be filled by
//! page faults, sixteen pages at a time. A mapping in which one page was written counts as changed, whole: so one byte of
//! each is written with what it holds.

#![expect(unsafe_code, reason = "pages have no safe interface")]

use std::fs;

/// Mappings beyond this size are left alone: of a large library little is used, and each page costs a fork 20 ns.
const LARGEST: usize = 16 << 20;

/// Copy the page tables of mapped files at forks. Where the kernel refuses, children go on as before.
// Receipt: 60 page faults of 250 a child.
pub fn share_with_children() {
    let maps = fs::read_to_string("/proc/self/maps").unwrap_or_default();
    for (start, length, protection) in maps.lines().filter_map(private_file) {
        // SAFETY: the range is a mapping of this process; the byte is written with its own value while the range can be
        // read, written and executed, and the process has one thread.
        unsafe {
            let page = start as *mut libc::c_void;
            let open = libc::PROT_READ | libc::PROT_WRITE | protection;
            // All of it: a page with other rights would become a mapping of its own, and only that one be copied.
            if libc::mprotect(page, length, open) == 0 {
                let byte = page.cast::<u8>();
                byte.write_volatile(byte.read_volatile());
                libc::mprotect(page, length, protection);
            }
        }
    }
}

/// Start, length and protection of a read-only private mapping of a file.
fn private_file(line: &str) -> Option<(usize, usize, libc::c_int)> {
    let mut fields = line.split_whitespace();
    let (range, flags) = (fields.next()?, fields.next()?);
    let (start, end) = range.split_once('-')?;
    let (start, end) = (usize::from_str_radix(start, 16).ok()?, usize::from_str_radix(end, 16).ok()?);
    let protection = match flags {
        "r-xp" => libc::PROT_READ | libc::PROT_EXEC,
        "r--p" => libc::PROT_READ,
        _ => return None,
    };
    let of_file = fields.nth(3).is_some_and(|path| path.starts_with('/'));
    (of_file && end - start <= LARGEST).then_some((start, end - start, protection))
}
