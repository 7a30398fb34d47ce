using FeedHub.Access;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Access;

/// <summary>The words of the page of access.</summary>
internal static class AccessText
{
    public static string Access => Say("Access", "Akses");

    public static string YouAre => Say("You are", "Anda adalah");

    public static string SignedInBy(string by) => Say($", signed in by {by}", $", masuk dengan {by}");

    public static string AtThisMachine => Say(
        ", because you are at this machine and nobody can sign in yet",
        ", karena Anda di mesin ini dan belum ada yang dapat masuk");

    public static string Password => Say("Password", "Kata sandi");

    public static string Shortest(int length) => Say($"Write {length} characters or more.", $"Tulis {length} karakter atau lebih.");

    public static string ViewPassword => Say(
        "Those who sign in with FeedHub:Admin:ViewPassword see everything and change nothing.",
        "Yang masuk dengan FeedHub:Admin:ViewPassword melihat semuanya dan tidak mengubah apa pun.");

    public static string PresentPassword => Say("Present password", "Kata sandi sekarang");

    public static string NewPassword => Say("New password", "Kata sandi baru");

    public static string TheSameAgain => Say("The same again", "Sekali lagi");

    public static string SetThePassword => Say("Set the password", "Tetapkan kata sandi");

    public static string OpenIdHelp => Say(
        "People whom FeedHub:Admin:Oidc names sign in with their organisation's account.",
        "Orang yang disebut di FeedHub:Admin:Oidc masuk dengan akun organisasinya.");

    public static string InSettings => Say(
        "The settings have a password (FeedHub:Admin:Password), which goes before one that is set here. Set one here, "
            + "then take the setting out, to change it here from then on.",
        "Pengaturan memuat kata sandi (FeedHub:Admin:Password), yang mendahului kata sandi dari sini. Tetapkan di sini, "
            + "lalu hapus pengaturan itu, agar selanjutnya dapat diubah di sini.");

    public static string WasSet(string when) => Say(
        $"It was set here {when}. A new one ends every session that began with the former.",
        $"Ditetapkan di sini {when}. Kata sandi baru mengakhiri setiap sesi yang dimulai dengan yang lama.");

    public static string ThereIsNoneEverybodyAt => Say(
        "There is none: everybody at this machine is admin, and nobody else gets in. With one, everybody signs in.",
        "Belum ada: semua orang di mesin ini adalah admin, dan orang lain tidak bisa masuk. Dengan kata sandi, semua "
            + "orang harus masuk.");

    public static string ThereIsNonePeopleSign => Say(
        "There is none: people sign in with their organisation's account.",
        "Tidak ada: orang masuk dengan akun organisasinya.");

    public static string ApiKeys => Say("API keys", "Kunci API");

    public static string KeyIsMade(string name) => Say(
        $"The key “{name}” is made. Copy it now: FeedHub does not keep it, and shows it this once.",
        $"Kunci “{name}” dibuat. Salin sekarang: FeedHub tidak menyimpannya, dan hanya menampilkannya kali ini.");

    public static string SentAs => Say(
        "A program sends it as Authorization: Bearer …, a feed reader as ?key=… behind the feed's address or as the "
            + "password.",
        "Program mengirimnya sebagai Authorization: Bearer …, pembaca feed sebagai ?key=… di belakang alamat feed atau "
            + "sebagai kata sandi.");

    public static string KeysHelp => Say(
        "A program sends its key as Authorization: Bearer …. A read-only key reads what admins read and changes nothing. "
            + "A reader key opens feeds and pages where they are closed (FeedHub:Publishing:Access), for feed readers too: as "
            + "?key=… behind the address, or as the password with any user name.",
        "Program mengirim kuncinya sebagai Authorization: Bearer …. Kunci baca-saja membaca yang dibaca admin dan tidak "
            + "mengubah apa pun. Kunci pembaca membuka feed dan halaman yang tertutup (FeedHub:Publishing:Access), juga untuk "
            + "pembaca feed: sebagai ?key=… di belakang alamat, atau sebagai kata sandi dengan nama pengguna apa pun.");

    public static string TheSettingsHaveAKey => Say(
        "The settings have a key too (FeedHub:Admin:ApiKey), for admins.",
        "Pengaturan juga memuat kunci (FeedHub:Admin:ApiKey), untuk admin.");

    public static string Name => Say("Name", "Nama");

    public static string Role => Say("Role", "Peran");

    public static string BeginsWith => Say("Begins with", "Diawali");

    public static string Made => Say("Made", "Dibuat");

    public static string LastUsed => Say("Last used", "Terakhir dipakai");

    public static string Actions => Say("Actions", "Tindakan");

    public static string ByWhom(string who) => Say($"by {who}", $"oleh {who}");

    public static string Revoke => Say("Revoke …", "Cabut …");

    public static string RevokeForEver(string name) => Say($"Revoke “{name}” for ever", $"Cabut “{name}” untuk selamanya");

    public static string WhatFor => Say("What the key is for", "Kegunaan kunci");

    public static string MakeAKey => Say("Make a key", "Buat kunci");

    public static string SignedIn => Say("Signed in", "Sedang masuk");

    public static string NobodyIsSignedIn => Say("Nobody is signed in.", "Tidak ada yang sedang masuk.");

    public static string Who => Say("Who", "Siapa");

    public static string By => Say("By", "Dengan");

    public static string From => Say("From", "Dari");

    public static string Since => Say("Since", "Sejak");

    public static string LastSeen => Say("Last seen", "Terakhir terlihat");

    public static string ThisBrowser => Say("(this browser)", "(peramban ini)");

    public static string EndSession(string name, string address) => Say(
        $"End the session of {name} from {address}",
        $"Akhiri sesi {name} dari {address}");

    public static string End => Say("End", "Akhiri");

    public static string SignEverybodyOutEverywhere => Say("Sign everybody out, everywhere", "Keluarkan semua orang, di mana pun");

    public static string ThereIsNoSuchKey => Say("There is no such key any more.", "Kunci itu sudah tidak ada.");

    public static string ThePresentPasswordIsWrong => Say("The present password is wrong.", "Kata sandi sekarang salah.");

    public static string ThereIsNoSuchSession => Say("There is no such session any more.", "Sesi itu sudah tidak ada.");

    /// <summary>What somebody may do.</summary>
    public static string NameOf(string role) => role switch
    {
        Roles.ReadOnly => Say("read-only", "baca-saja"),
        Roles.Reader => Say("reader", "pembaca"),
        _ => role,
    };

    /// <summary>How somebody signed in.</summary>
    public static string WayOf(string by) => by == SessionMarks.Password ? Say("password", "kata sandi") : by;
}
