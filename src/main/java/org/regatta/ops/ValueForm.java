package org.regatta.ops;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.apache.catalina.util.NetMask;

/** What a variable's value must look like, and the form in which a property takes it. */
enum ValueForm {
    /** Anything. */
    TEXT {
        @Override
        String read(String value) {
            return value;
        }
    },
    /** Where a person or a server finds something: {@code http(s)://host[:port][/path]}, without a slash at its end. */
    WEB_ADDRESS {
        @Override
        String read(String value) throws MalformedValue {
            try {
                var uri = new URI(value);
                var scheme = uri.getScheme();
                if (uri.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
                    throw new MalformedValue(WEB_ADDRESS_EXPECTED);
                }
                return value.replaceAll("/+$", "");
            } catch (URISyntaxException e) {
                throw new MalformedValue(WEB_ADDRESS_EXPECTED);
            }
        }
    },
    /** A whole number of seconds; becomes an ISO-8601 duration. */
    SECONDS {
        @Override
        String read(String value) throws MalformedValue {
            return "PT" + positive(value, "a whole number of seconds above 0, for instance 86400") + "S";
        }
    },
    /** A whole number of days, 0 for no end; becomes an ISO-8601 duration. */
    DAYS {
        @Override
        String read(String value) throws MalformedValue {
            return "0".equals(value)
                    ? "PT0S"
                    : "P" + positive(value, "a whole number of days, for instance 3650, or 0 for ever") + "D";
        }
    },
    /** 32 bytes in base64. */
    KEY {
        @Override
        String read(String value) throws MalformedValue {
            var expected = "32 bytes in base64, the output of: openssl rand -base64 32";
            try {
                if (Base64.getDecoder().decode(value).length != 32) {
                    throw new MalformedValue(expected);
                }
                return value;
            } catch (IllegalArgumentException e) {
                throw new MalformedValue(expected);
            }
        }
    },
    /** A whole number of bytes. */
    BYTES {
        @Override
        String read(String value) throws MalformedValue {
            return positive(value, "a whole number of bytes above 0, for instance 524288000") + "B";
        }
    },
    /** A TCP port. */
    PORT {
        @Override
        String read(String value) throws MalformedValue {
            var expected = "a port from 1 to 65535, for instance 587";
            var port = positive(value, expected);
            if (port > 65_535) {
                throw new MalformedValue(expected);
            }
            return String.valueOf(port);
        }
    },
    /** How much is logged. */
    LEVEL {
        @Override
        String read(String value) throws MalformedValue {
            var level = value.toLowerCase(Locale.ROOT);
            if (!LEVELS.contains(level)) {
                throw new MalformedValue("one of debug, info, warn, error");
            }
            return level;
        }
    },
    /** Addresses and ranges of addresses, with commas between them. */
    ADDRESS_RANGES {
        @Override
        String read(String value) throws MalformedValue {
            try {
                for (var range : value.split(",")) {
                    new NetMask(range.strip());
                }
                return value;
            } catch (IllegalArgumentException e) {
                throw new MalformedValue("addresses or ranges with commas between them, for instance 172.18.0.0/16");
            }
        }
    },
    /** Who a mail is from: an address, or a name with the address in angle brackets. */
    MAIL_ADDRESS {
        @Override
        String read(String value) throws MalformedValue {
            try {
                new InternetAddress(value, true).validate();
                return value;
            } catch (AddressException e) {
                throw new MalformedValue("a mail address, for instance Regatta <no-reply@example.org>");
            }
        }
    };

    private static final String WEB_ADDRESS_EXPECTED =
            "an address that begins with http:// or https://, for instance https://regatta.example.org";
    private static final Set<String> LEVELS = Set.of("trace", "debug", "info", "warn", "error");

    /**
     * The value in the form the property takes.
     *
     * @throws MalformedValue if it has another form
     */
    abstract String read(String value) throws MalformedValue;

    private static long positive(String value, String expected) throws MalformedValue {
        try {
            var number = Long.parseLong(value);
            if (number < 1) {
                throw new MalformedValue(expected);
            }
            return number;
        } catch (NumberFormatException e) {
            throw new MalformedValue(expected);
        }
    }
}
