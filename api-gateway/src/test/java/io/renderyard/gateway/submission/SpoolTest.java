package io.renderyard.gateway.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renderyard.process.web.ProblemException;
import io.renderyard.process.web.RequestKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;

class SpoolTest {
    private static final byte[] BODY = "a\n1\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void anUploadIsThereUntilItIsClosed() throws IOException {
        RequestKey key = key();

        try (Spool.Upload upload = new Spool(folder).take(new ByteArrayInputStream(BODY), key)) {
            assertThat(upload.file()).hasBinaryContent(BODY);
        }

        assertThat(folder).isEmptyDirectory();
        assertThat(key.key()).isEqualTo(key().with(BODY).key());
    }

    @Test
    void whatIsTooLargeLeavesNothing() {
        Spool spool = new Spool(folder);

        assertThatThrownBy(() -> spool.take(endless(), key())).isInstanceOf(ProblemException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatTheDeadLeftIsRemovedWhenItIsOld() throws IOException {
        Path old = Files.createFile(folder.resolve("renderyard-upload-1.part"));
        Path young = Files.createFile(folder.resolve("renderyard-upload-2.part"));
        Path another = Files.createFile(folder.resolve("another.part"));
        for (Path file : new Path[] {old, another}) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        }

        Spool unused = new Spool(folder);

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(young, another);
        }
    }

    private static RequestKey key() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/batches");
        request.addHeader(RequestKey.HEADER, "k");
        return RequestKey.of(request);
    }

    private static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                return length;
            }
        };
    }
}
