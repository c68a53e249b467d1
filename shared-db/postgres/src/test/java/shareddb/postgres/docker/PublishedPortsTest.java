package shareddb.postgres.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("no-server")
class PublishedPortsTest {

  /** What the command "docker compose config" prints of docker-compose.yml. */
  private static final String OURS =
      """
      services:
        postgres:
          image: postgres:18
          networks:
            default: null
          ports:
            - mode: ingress
              host_ip: 127.0.0.1
              target: 5432
              published: "5432"
              protocol: tcp
          volumes:
            - type: bind
              target: /var/lib/postgresql
      """;

  @Test
  void thisMachineOnlyIsNoProblem() {
    assertThat(PublishedPorts.beyondLoopback(OURS)).isEmpty();
    assertThat(PublishedPorts.beyondLoopback(inPorts("- 127.0.0.1:5432:5432/tcp"))).isEmpty();
    assertThat(PublishedPorts.beyondLoopback(inPorts("- '[::1]:5432:5432'"))).isEmpty();
    assertThat(PublishedPorts.beyondLoopback("")).isEmpty();
  }

  @Test
  void aPortWithoutAnAddressOrWithAnotherOneIs() {
    assertThat(PublishedPorts.beyondLoopback(OURS.replaceFirst(" *host_ip.*\\n", "")))
        .hasValueSatisfying(
            problem ->
                assertThat(problem.line())
                    .contains(
                        "mode: ingress target: 5432 published", "set another POSTGRES_PASSWORD"));
    assertThat(PublishedPorts.beyondLoopback(OURS.replace("127.0.0.1", "0.0.0.0"))).isPresent();
    assertThat(
            PublishedPorts.beyondLoopback(
                OURS.replace(
                    "    volumes:",
                    "      - target: 5432\n        published: \"15432\"\n    volumes:")))
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"- 5432:5432/tcp", "- 0.0.0.0:5432:5432", "- 192.168.7.1:5432:5432"})
  void soAreTheShortForms(String item) {
    assertThat(PublishedPorts.beyondLoopback(inPorts(item))).isPresent();
  }

  @Test
  void soIsTheNetworkOfTheMachineItself() {
    assertThat(
            PublishedPorts.beyondLoopback(
                "services:\n  postgres:\n    network_mode: host\n    image: postgres:18\n"))
        .isPresent();
  }

  private static String inPorts(String item) {
    return "services:\n  postgres:\n    ports:\n    " + item + "\n    restart: 'no'\n";
  }
}
