/*
 * A path with delay, jitter and loss between two interfaces of one namespace, in user space: netem needs a kernel
 * module that not every machine has.
 *
 *   relay IF_A IF_B DELAY_MS JITTER_MS LOSS_PERCENT
 *
 * Each frame waits for a time drawn evenly from [delay - jitter, delay + jitter], in each direction by itself, so that
 * frames overtake each other as they do on a real path. ARP and neighbour discovery go through untouched.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define FRAME_MAX 65536
#define BATCH 64
#define SOCKET_BUFFER (8 << 20)
#define NS_PER_S 1000000000L

struct frame {
  long due; /* ns, monotonic */
  unsigned long number; /* equal times leave in the order they came */
  int socket, length;
  unsigned char *bytes;
};

/* A binary heap, the earliest frame on top. */
static struct frame *heap;
static int count, room;

static int earlier(const struct frame *a, const struct frame *b) {
  return a->due < b->due || (a->due == b->due && a->number < b->number);
}

static void swap(int i, int j) {
  struct frame kept = heap[i];
  heap[i] = heap[j];
  heap[j] = kept;
}

static void put(struct frame frame) {
  if (count == room) {
    room = room ? 2 * room : 1024;
    heap = realloc(heap, room * sizeof *heap);
    if (!heap) exit(1);
  }
  heap[count] = frame;
  for (int i = count++; i > 0 && earlier(&heap[i], &heap[(i - 1) / 2]); i = (i - 1) / 2) swap(i, (i - 1) / 2);
}

static struct frame take(void) {
  struct frame top = heap[0];
  heap[0] = heap[--count];
  for (int i = 0, child; (child = 2 * i + 1) < count; i = child) {
    if (child + 1 < count && earlier(&heap[child + 1], &heap[child])) child++;
    if (!earlier(&heap[child], &heap[i])) break;
    swap(i, child);
  }
  return top;
}

static long now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * NS_PER_S + t.tv_nsec;
}

static int listen_on(const char *name) {
  int s = socket(AF_PACKET, SOCK_RAW, htons(ETH_P_ALL)), size = SOCKET_BUFFER;
  struct sockaddr_ll address = {
      .sll_family = AF_PACKET, .sll_protocol = htons(ETH_P_ALL), .sll_ifindex = if_nametoindex(name)};
  struct packet_mreq all = {.mr_ifindex = address.sll_ifindex, .mr_type = PACKET_MR_PROMISC};
  if (s < 0 || bind(s, (void *)&address, sizeof address) < 0) {
    perror(name);
    exit(1);
  }
  setsockopt(s, SOL_PACKET, PACKET_ADD_MEMBERSHIP, &all, sizeof all);
  setsockopt(s, SOL_SOCKET, SO_RCVBUFFORCE, &size, sizeof size);
  setsockopt(s, SOL_SOCKET, SO_SNDBUFFORCE, &size, sizeof size);
  return s;
}

/* ARP, and ICMPv6 (next header 58), which carries neighbour discovery. */
static int is_control(const unsigned char *frame, int length) {
  if (length < 21) return 0;
  int type = frame[12] << 8 | frame[13];
  return type == ETH_P_ARP || (type == ETH_P_IPV6 && frame[20] == 58);
}

int main(int argc, char **argv) {
  if (argc != 6) {
    fprintf(stderr, "usage: relay IF_A IF_B DELAY_MS JITTER_MS LOSS_PERCENT\n");
    return 2;
  }
  int sockets[2] = {listen_on(argv[1]), listen_on(argv[2])};
  double delay = atof(argv[3]), jitter = atof(argv[4]), loss = atof(argv[5]) / 100;
  unsigned long number = 0;
  static unsigned char buffer[FRAME_MAX];
  prctl(PR_SET_TIMERSLACK, 1);
  srand48(getpid() * 1000003L ^ now());
  /* Heard by whoever started it: from now on every frame is passed on. */
  puts("relaying");
  fflush(stdout);
  for (;;) {
    while (count && heap[0].due <= now()) {
      struct frame frame = take();
      send(frame.socket, frame.bytes, frame.length, 0);
      free(frame.bytes);
    }
    struct timespec left = {0, 0};
    if (count) {
      long ns = heap[0].due - now();
      if (ns > 0) left = (struct timespec){ns / NS_PER_S, ns % NS_PER_S};
    }
    struct pollfd polls[2] = {{sockets[0], POLLIN, 0}, {sockets[1], POLLIN, 0}};
    ppoll(polls, 2, count ? &left : NULL, NULL);
    for (int side = 0; side < 2; side++) {
      if (!(polls[side].revents & POLLIN)) continue;
      for (int i = 0; i < BATCH; i++) {
        struct sockaddr_ll from;
        socklen_t from_length = sizeof from;
        int length = recvfrom(sockets[side], buffer, sizeof buffer, MSG_DONTWAIT, (void *)&from, &from_length);
        if (length <= 0) break;
        if (from.sll_pkttype == PACKET_OUTGOING) continue;
        int control = is_control(buffer, length);
        if (!control && drand48() < loss) continue;
        double wait = control ? 0 : delay + (drand48() * 2 - 1) * jitter;
        struct frame frame = {now() + (wait > 0 ? (long)(wait * 1e6) : 0), number++, sockets[1 - side], length, malloc(length)};
        if (!frame.bytes) exit(1);
        memcpy(frame.bytes, buffer, length);
        put(frame);
      }
    }
  }
}
