package org.regatta.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CanonicalTest {

    @Test
    void sortsMembersAndLeavesOutSpace() {
        assertThat(canonical("{ \"b\" : [ true, null ], \"a\": {\"z\":\"\", \"é\":1} }"))
                .isEqualTo("{\"a\":{\"z\":\"\",\"é\":1},\"b\":[true,null]}");
    }

    @Test
    void keepsEveryDigitOfANumber() {
        assertThat(canonical("[4.50,1E+3,0.10,123456789012345678901234567890]"))
                .isEqualTo("[4.50,1000,0.10,123456789012345678901234567890]");
    }

    @Test
    void escapesWhatMustBeEscapedAndNothingElse() {
        assertThat(canonical("\"\\u0041\\/\\u0009\\u0001\\\"\\u00e9\"")).isEqualTo("\"A/\\t\\u0001\\\"é\"");
    }

    @Test
    void writesWhatItReadTheSameAgain() {
        var once = canonical("{\"b\":1.0,\"a\":\"\\n\"}");

        assertThat(canonical(once)).isEqualTo(once);
    }

    private static String canonical(String json) {
        return Canonical.write(Canonical.read(json));
    }
}
