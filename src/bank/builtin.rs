//! The bank in the binary. It has pages of its own, so that a worker can unmap it before it runs any answer.
//!
//! Nothing that the worker runs may touch this file but [`region`].

/// No kernel of a supported machine has larger pages.
// Receipt: x86-64 has pages of 4 KiB, Apple's ARM of 16 KiB, Linux on ARM and POWER of up to 64 KiB.
const PAGE_BYTES: usize = 64 * 1024;

/// Begins on a page, and is padded to whole pages by its alignment.
#[repr(C, align(65536))]
struct Pages<const LENGTH: usize>([u8; LENGTH]);

static PACK: Pages<{ include_bytes!(concat!(env!("OUT_DIR"), "/bank.pack")).len() }> =
    Pages(*include_bytes!(concat!(env!("OUT_DIR"), "/bank.pack")));

const _: () = assert!(align_of_val(&PACK) == PAGE_BYTES && size_of_val(&PACK).is_multiple_of(PAGE_BYTES));

/// The pages of the built-in bank and nothing else: where they begin, and their length in bytes. Reads none of them.
pub fn region() -> (*const u8, usize) {
    ((&raw const PACK).cast(), size_of_val(&PACK))
}

/// The pack that the build script made.
pub fn pack() -> &'static [u8] {
    &PACK.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bank_has_whole_pages_for_itself() {
        let (start, length) = region();
        assert!(start.addr().is_multiple_of(PAGE_BYTES));
        assert!(length > 0 && length.is_multiple_of(PAGE_BYTES));
        assert_eq!(start, pack().as_ptr());
        assert!(pack().len() <= length);
    }

    fn occurrences(of: &[u8], bytes: &[u8]) -> usize {
        bytes.windows(of.len()).filter(|window| *window == of).count()
    }

    #[test]
    fn the_binary_holds_no_second_copy_of_the_bank() {
        let binary = std::fs::read(std::env::current_exe().unwrap()).unwrap();
        for part in 0..4 {
            let start = (pack().len() - 64) * part / 3;
            let probe = &pack()[start..start + 64];
            assert_eq!(occurrences(probe, &binary), occurrences(probe, pack()), "{}", String::from_utf8_lossy(probe));
        }
    }
}
