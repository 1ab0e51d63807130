package org.stepback.ui;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@DisplayName("A % without its two digits in a query is taken for a percent sign")
class LonePercentsTest {
    @ParameterizedTest
    @CsvSource({
        "/playground, noise=10%, /playground?noise=10%25",
        "/playground, noise=10%&rate=0.1, /playground?noise=10%25&rate=0.1",
        "/playground, a=%2&b=%zz&c=%41, /playground?a=%252&b=%25zz&c=%41",
        "//elsewhere.example/, a=%, /elsewhere.example/?a=%25",
    })
    void lone(String path, String query, String target) throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();
        new LonePercents().doFilter(request("GET", path, query), response, chain);
        assertThat(response.getRedirectedUrl()).isEqualTo(target);
        assertThat(chain.getRequest()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"GET, noise=10%25", "GET, ", "POST, noise=10%"})
    void others(String method, String query) throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();
        new LonePercents().doFilter(request(method, "/playground", query), response, chain);
        assertThat(response.getRedirectedUrl()).isNull();
        assertThat(chain.getRequest()).isNotNull();
    }

    private static MockHttpServletRequest request(String method, String path, String query) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setQueryString(query);
        return request;
    }
}
