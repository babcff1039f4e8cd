<?php
// An event stream of a file's lines, for `php -S`. The query says how it behaves:
//   ends=N    ends the answer after N events
//   gzip      compresses, for those who accept it
//   silent    sends no comments while nothing happens
// With FEED_TOKEN in the environment, it wants that as a bearer.

function said(string $line): void
{
    file_put_contents('php://stderr', "$line\n");
}

$token = getenv('FEED_TOKEN');
if ($token !== false && ($_SERVER['HTTP_AUTHORIZATION'] ?? '') !== "Bearer $token") {
    http_response_code(401);
    header('WWW-Authenticate: Bearer');
    echo '<!DOCTYPE html><title>401</title><p>Who are you?';
    return;
}

set_time_limit(0);
while (ob_get_level() > 0) {
    ob_end_clean();
}
$path = getenv('FEED_EVENTS');
$ends = isset($_GET['ends']) ? (int) $_GET['ends'] : PHP_INT_MAX;
$gzip = isset($_GET['gzip']) && str_contains($_SERVER['HTTP_ACCEPT_ENCODING'] ?? '', 'gzip')
    ? deflate_init(ZLIB_ENCODING_GZIP)
    : null;
header('Content-Type: text/event-stream');
header('Cache-Control: no-store');
if ($gzip !== null) {
    header('Content-Encoding: gzip');
}
$last = $_SERVER['HTTP_LAST_EVENT_ID'] ?? null;
said('listener ' . json_encode(['last' => $last, 'query' => $_SERVER['QUERY_STRING'] ?? '']));

$send = function (string $bytes) use ($gzip): void {
    echo $gzip === null ? $bytes : deflate_add($gzip, $bytes, ZLIB_SYNC_FLUSH);
    flush();
};

$file = fopen($path, 'r');
if ($last === null) {
    fseek($file, 0, SEEK_END);
} else {
    while (($line = fgets($file)) !== false) {
        if ((json_decode($line, true)['id'] ?? null) === $last) {
            break;
        }
    }
    // An id that it does not know: everything.
    if ($line === false) {
        rewind($file);
    }
}
$send(": hello\n\n");

$sent = 0;
$quietFor = 0;
while ($sent < $ends && !connection_aborted()) {
    $at = ftell($file);
    $line = fgets($file);
    if ($line === false || !str_ends_with($line, "\n")) {
        fseek($file, $at);
        usleep(10_000);
        $quietFor += 1;
        if ($quietFor % 25 === 0 && !isset($_GET['silent'])) {
            $send(":\n");
        }
        continue;
    }
    $event = json_decode($line, true);
    $text = isset($event['event']) ? "event: {$event['event']}\n" : '';
    $text .= 'data: ' . str_replace("\n", "\ndata: ", $event['data']) . "\n";
    $text .= isset($event['id']) ? "id: {$event['id']}\n\n" : "\n";
    $marker = "$path.cut";
    if (isset($event['cut']) && !file_exists($marker)) {
        touch($marker);
        $send(substr($text, 0, intdiv(strlen($text), 2)));
        said('cut');
        sleep(600);
    }
    $send($text);
    $sent += 1;
}
