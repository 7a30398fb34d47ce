using System.ComponentModel;
using System.Globalization;
using FeedHub.Model.Words;

namespace FeedHub.Model.Settings;

/// <summary>Lets settings be written as <see cref="Duration"/> has it; with colons also as .NET has it (<c>00:15</c>).</summary>
internal sealed class DurationConverter : TimeSpanConverter
{
    private static readonly Lazy<TypeDescriptionProvider> Registered = new(
        () => TypeDescriptor.AddAttributes(typeof(TimeSpan), new TypeConverterAttribute(typeof(DurationConverter))));

    /// <summary>Tells .NET of it: binding of settings asks for a converter by type alone.</summary>
    public static void Use() => _ = Registered.Value;

    /// <inheritdoc/>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) => value is not string text
        ? base.ConvertFrom(context, culture, value)
        : Duration.Read(text) ?? (text.Trim() == "0" ? TimeSpan.Zero
            : text.Contains(':', StringComparison.Ordinal) ? base.ConvertFrom(context, culture, value)
            : throw new FormatException($"{Wording.Quoted(text)} is not a span of time"));
}
