package org.regatta.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/inbox", "/competitions?page=2&sort=-name", "/a//b", "/a%2F%2Fb"})
    void acceptsOwnPaths(String path) {
        assertThat(ReturnPath.isOwn(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "inbox",
                "//evil.example",
                "/\\evil.example",
                "/\t/evil.example",
                "https://evil.example",
                "\\\\evil",
                "/a\\b",
                "/a\r\nSet-Cookie:x=1",
                "javascript:alert(1)",
                "/ /evil",
                "/\u0000",
                "/é",
                "/sign-out",
                "/sign-in"
            })
    void refusesEverythingElse(String path) {
        assertThat(ReturnPath.isOwn(path)).isFalse();
    }
}
