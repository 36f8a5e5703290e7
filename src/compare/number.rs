//! Numbers as Python writes them.

use crate::model::value::{Float, Int};

/// The most decimal digits of an int; a longer one is written in hex.
// Receipt: CPython's own `sys.int_info.default_max_str_digits`: it refuses to write longer ones too.
pub const MAX_DECIMAL_DIGITS: usize = 4300;

/// A magnitude of this many bytes has at most `MAX_DECIMAL_DIGITS` digits: each byte brings 2.41 of them.
const MAX_DECIMAL_BYTES: usize = MAX_DECIMAL_DIGITS * 100 / 241;

/// Nine digits fit a `u32` together with the next byte of the remainder.
const GROUP: u64 = 1_000_000_000;

/// An int in decimal, or in hex when it is longer than [`MAX_DECIMAL_DIGITS`].
pub fn int(int: &Int) -> String {
    let sign = if int.negative { "-" } else { "" };
    if int.magnitude.len() > MAX_DECIMAL_BYTES {
        let mut digits = String::with_capacity(int.magnitude.len() * 2);
        for byte in &int.magnitude {
            digits.push_str(&format!("{byte:02x}"));
        }
        return format!("{sign}0x{}", digits.trim_start_matches('0'));
    }
    format!("{sign}{}", decimal(&int.magnitude))
}

/// Decimal digits of a big-endian magnitude: groups of nine, lowest first, are multiplied by 256 and added to.
fn decimal(magnitude: &[u8]) -> String {
    let mut groups = vec![0_u64];
    for byte in magnitude {
        let mut carry = u64::from(*byte);
        for group in &mut groups {
            let sum = *group * 256 + carry;
            *group = sum % GROUP;
            carry = sum / GROUP;
        }
        if carry > 0 {
            groups.push(carry);
        }
    }
    let mut digits = groups.pop().unwrap_or(0).to_string();
    for group in groups.iter().rev() {
        digits.push_str(&format!("{group:09}"));
    }
    digits
}

/// A float as `repr` writes it: the shortest digits that give it back, `1e+16`, `inf`, `nan`, `-0.0`.
pub fn float(float: Float) -> String {
    let mut text = short_float(float.get());
    if text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
        text.push_str(".0");
    }
    text
}

/// A complex number as `repr` writes it: `2j`, `(1+2j)`, `(-0-0j)`.
pub fn complex(real: Float, imaginary: Float) -> String {
    let (real, imaginary) = (real.get(), imaginary.get());
    if real == 0.0 && real.is_sign_positive() {
        return format!("{}j", short_float(imaginary));
    }
    let plus = if imaginary.is_sign_negative() && !imaginary.is_nan() { "" } else { "+" };
    format!("({}{plus}{}j)", short_float(real), short_float(imaginary))
}

/// As `repr`, but a whole number has no `.0`.
fn short_float(number: f64) -> String {
    if number.is_nan() {
        return "nan".to_owned();
    }
    if number.is_infinite() {
        return if number > 0.0 { "inf" } else { "-inf" }.to_owned();
    }
    let shortest = shortest(number.abs());
    let (mantissa, exponent) = shortest.split_once('e').expect("`{:e}` writes an exponent");
    let exponent: i32 = exponent.parse().expect("`{:e}` writes a whole exponent");
    let digits = mantissa.replace('.', "");
    let sign = if number.is_sign_negative() { "-" } else { "" };
    // The bounds of CPython's `float_repr_style` `short`: fixed from 1e-4 up to, not including, 1e16.
    let written = match exponent {
        -4..0 => format!("0.{}{digits}", "0".repeat((-exponent - 1) as usize)),
        0..16 => with_point(&digits, exponent as usize + 1),
        _ => format!("{}e{}{:02}", with_point(&digits, 1), if exponent < 0 { '-' } else { '+' }, exponent.abs()),
    };
    format!("{sign}{written}")
}

/// As few digits as give the number back, and of those the nearest; a tie goes to the even digit, as in CPython, where
/// Rust's own shortest form rounds up.
fn shortest(number: f64) -> String {
    let shortest = format!("{number:e}");
    let digits = shortest.bytes().take_while(|byte| *byte != b'e').filter(u8::is_ascii_digit).count();
    let nearest = format!("{number:.*e}", digits - 1);
    if nearest.parse() == Ok(number) { nearest } else { shortest }
}

/// Digits with a point behind the first `whole` of them; none when nothing follows it.
fn with_point(digits: &str, whole: usize) -> String {
    if digits.len() <= whole {
        return format!("{digits:0<whole$}");
    }
    format!("{}.{}", &digits[..whole], &digits[whole..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_read_as_in_python() {
        let table = [
            (0.0, "0.0"),
            (-0.0, "-0.0"),
            (1.0, "1.0"),
            (-1.5, "-1.5"),
            (0.1 + 0.2, "0.30000000000000004"),
            (1e15, "1000000000000000.0"),
            (1e16, "1e+16"),
            (1.25e16, "1.25e+16"),
            (123456789012345680.0, "1.2345678901234568e+17"),
            (9787070358054410.0 / 8.0, "1223383794756801.2"),
            (9007199254740993.0, "9007199254740992.0"),
            (9999999999999998.0, "9999999999999998.0"),
            (0.0001, "0.0001"),
            (0.00012345, "0.00012345"),
            (0.00001, "1e-05"),
            (1.5e-7, "1.5e-07"),
            (1e100, "1e+100"),
            (f64::MAX, "1.7976931348623157e+308"),
            (f64::MIN_POSITIVE, "2.2250738585072014e-308"),
            (5e-324, "5e-324"),
            (100.25, "100.25"),
            (f64::INFINITY, "inf"),
            (f64::NEG_INFINITY, "-inf"),
            (f64::NAN, "nan"),
        ];
        for (number, repr) in table {
            assert_eq!(float(number.into()), repr);
        }
    }

    #[test]
    fn complex_numbers_read_as_in_python() {
        let table = [
            (0.0, 2.0, "2j"),
            (0.0, -1.5, "-1.5j"),
            (0.0, -0.0, "-0j"),
            (-0.0, 0.0, "(-0+0j)"),
            (1.0, 2.0, "(1+2j)"),
            (1.5, -0.0, "(1.5-0j)"),
            (0.0, 1e16, "1e+16j"),
            (1.0, f64::NAN, "(1+nanj)"),
            (f64::NAN, f64::NEG_INFINITY, "(nan-infj)"),
        ];
        for (real, imaginary, repr) in table {
            assert_eq!(complex(real.into(), imaginary.into()), repr);
        }
    }

    #[test]
    fn ints_of_any_size_are_exact() {
        for number in [0, 7, -1, 255, 256, 999_999_999, 1_000_000_000, i64::MAX, i64::MIN] {
            assert_eq!(int(&number.into()), number.to_string());
        }
        let two_to_the_64 = Int { negative: true, magnitude: [&[1][..], &[0; 8]].concat() };
        assert_eq!(int(&two_to_the_64), "-18446744073709551616");
        let two_to_the_120 = Int { negative: false, magnitude: [&[1][..], &[0; 15]].concat() };
        assert_eq!(int(&two_to_the_120), "1329227995784915872903807060280344576");
    }

    #[test]
    fn an_int_longer_than_python_writes_is_in_hex() {
        let longest = Int { negative: false, magnitude: vec![0xff; MAX_DECIMAL_BYTES] };
        assert!((4290..=MAX_DECIMAL_DIGITS).contains(&int(&longest).len()));
        let longer = Int { negative: true, magnitude: [&[0x0a][..], &[0xbc; MAX_DECIMAL_BYTES]].concat() };
        assert!(int(&longer).starts_with("-0xabcbc"));
    }
}
