package com.thec1rcle.api.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The walk of the README does what the README says, on the packaged application and an empty folder. */
class ReadmeWalkJarIT {
    private static final Pattern BLOCK = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void everyStepOfTheReadmeAnswersAsItSays() throws IOException, InterruptedException {
        Map<String, String> environment = Map.of(
                "C1RCLE_ADMIN_EMAIL", "admin@example.com",
                "C1RCLE_ADMIN_PASSWORD", "the very first night",
                "C1RCLE_PROMOTER_COMMISSIONPAYABLE", "on-order");
        try (RunningJar jar = RunningJar.start(folder, environment)) {
            Path script = Files.writeString(folder.resolve("walk.sh"), "set -euxo pipefail\n" + walk());
            ProcessBuilder bash = new ProcessBuilder("bash", script.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("walk.txt").toFile());
            bash.environment().putAll(environment);
            bash.environment().put("C1RCLE_URL", jar.url());
            Process process = bash.start();

            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue())
                    .as(() -> read(folder.resolve("walk.txt")) + "\n" + jar.log())
                    .isZero();
        }
    }

    private static String walk() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        String part = readme.substring(readme.indexOf("<!-- walk -->"), readme.indexOf("<!-- /walk -->"));
        StringBuilder script = new StringBuilder();
        Matcher blocks = BLOCK.matcher(part);
        while (blocks.find()) {
            script.append(blocks.group(1)).append('\n');
        }
        return script.toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            return failed.toString();
        }
    }
}
