using FeedHub.Serving;

namespace FeedHub.Access;

/// <summary>The words of the pages before signing in, in the reader's language: Indonesian, else English.</summary>
public sealed class SignInText
{
    /// <summary>The language of the dashboard itself.</summary>
    public static readonly SignInText English = new("en");

    private static readonly SignInText Indonesian = new("id");

    /// <summary>Those of the language in which the request is answered.</summary>
    public static SignInText Spoken => Model.Words.Spoken.IsIndonesian ? Indonesian : English;

    private SignInText(string language) => Language = language;

    /// <summary>BCP 47 tag of the words.</summary>
    public string Language { get; }

    public string SignIn => Say("Sign in", "Masuk");

    public string Password => Say("Password", "Kata sandi");

    public string Again => Say("The same again", "Sekali lagi");

    public string WithOpenId => Say("Sign in with your organisation's account", "Masuk dengan akun organisasi Anda");

    public string Or => Say("or", "atau");

    public string Forgot => Say("Forgot it?", "Lupa?");

    public string ForgotHelp => Say(
        "Nobody can send it to you. The person who runs this FeedHub sets another one: write FeedHub:Admin:Password into "
            + "appsettings.json, or FeedHub__Admin__Password into the environment, and start FeedHub again. It goes before the one that "
            + "was set on a page, and everybody signs in again.",
        "Tidak ada yang dapat mengirimkannya. Pengelola FeedHub ini menetapkan yang baru: tulis FeedHub:Admin:Password di "
            + "appsettings.json, atau FeedHub__Admin__Password di environment, lalu mulai ulang FeedHub. Kata sandi itu mendahului yang "
            + "ditetapkan di halaman, dan semua orang masuk lagi.");

    public string Wrong => Say("The password is wrong.", "Kata sandi salah.");

    public string SignedOut => Say("You are signed out.", "Anda sudah keluar.");

    public string OldForm => Say(
        "This page was open for too long, or cookies are turned off. Try again.",
        "Halaman ini terlalu lama terbuka, atau cookie dimatikan. Coba lagi.");

    public string Home => Say("To the newest stories", "Ke berita terbaru");

    public string Dashboard => Say("To the dashboard", "Ke dasbor");

    public string SetUp => Say("Set the admin password", "Tetapkan kata sandi admin");

    public string Set => Say("Set it and sign in", "Tetapkan dan masuk");

    public string SetUpHelp => Say(
        $"Everybody who has it manages this FeedHub. Write {Passwords.Shortest} characters or more.",
        $"Pemiliknya mengelola FeedHub ini. Tulis {Passwords.Shortest} karakter atau lebih.");

    public string NoSetUp => Say("This link is used, or too old", "Tautan ini sudah dipakai atau terlalu lama");

    public string NoSetUpHelp => Say(
        "It works once, within an hour of FeedHub's start. Restart FeedHub: while there is no password it prints a new one on the console.",
        "Tautan berlaku sekali, dalam satu jam setelah FeedHub dimulai. Mulai ulang FeedHub: selama belum ada kata sandi, tautan baru "
            + "dicetak di konsol.");

    /// <summary>The words for a request, by its Accept-Language.</summary>
    public static SignInText For(HttpRequest request) => AcceptedLanguage.IsIndonesian(request) ? Indonesian : English;

    /// <summary>What to say to somebody who has to wait.</summary>
    public string Wait(TimeSpan wait)
    {
        var seconds = Math.Ceiling(wait.TotalSeconds);
        return Say(
            $"There were too many wrong attempts. Try again in {seconds} s.",
            $"Terlalu banyak percobaan salah. Coba lagi dalam {seconds} detik.");
    }

    private string Say(string english, string indonesian) => Language == "id" ? indonesian : english;
}
